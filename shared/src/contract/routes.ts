import { paneRoutes } from './pane-routes'
import { signingInRoutes } from './signing-in-routes'
import { importsRoutes } from './imports-routes'
import { cleaningRoutes } from './cleaning-routes'
import { unrecognisedRoutes } from './unrecognised-routes'
import { clientListRoutes } from './client-list-routes'
import { segmentsRoutes } from './segments-routes'
import { administrationRoutes } from './administration-routes'
import { trailRoutes } from './trail-routes'

/**
 * Names, methods and paths of the HTTP API as plain data, without zod: what a browser needs to call it.
 * The schemas of each route stand in `operations.ts` under the same name.
 */
export const routes = {
  ...paneRoutes,
  ...signingInRoutes,
  ...importsRoutes,
  ...cleaningRoutes,
  ...unrecognisedRoutes,
  ...clientListRoutes,
  ...segmentsRoutes,
  ...administrationRoutes,
  ...trailRoutes,
  listCounterparties: 'GET /api/counterparties',
  patchCounterparty: 'PATCH /api/counterparties/{id}',
  patchPerson: 'PATCH /api/persons/{id}',
  demoManagers: 'GET /api/demo/managers',
  listJournal: 'GET /api/journal/rows',
  countJournal: 'GET /api/journal/count',
  journalStrip: 'GET /api/journal/strip',
  journalGroups: 'GET /api/journal/groups',
  listViews: 'GET /api/journal/views',
  createView: 'POST /api/journal/views',
  patchView: 'PATCH /api/journal/views/{id}',
  deleteView: 'DELETE /api/journal/views/{id}',
  listChanges: 'GET /api/changes',
  undoChange: 'POST /api/changes/{id}/undo',
  undoChangeSet: 'POST /api/change-sets/{id}/undo',
  changeMany: 'POST /api/contacts/changes',
  addAttachment: 'POST /api/contacts/{id}/attachments',
  removeAttachment: 'DELETE /api/attachments/{id}',
  feed: 'GET /api/counterparties/{id}/feed',
  clientStanding: 'GET /api/counterparties/{id}/standing',
  taskCounts: 'GET /api/tasks/counts',
  handOverTasks: 'POST /api/tasks/hand-over',
  journalDay: 'GET /api/journal/day',
  listReminders: 'GET /api/reminders',
  readDigest: 'GET /api/digest',
  sendDigest: 'POST /api/digest',
  inviteManager: 'POST /api/managers/{id}/invitations',
  endSessions: 'POST /api/managers/{id}/end-sessions',
  listCalendars: 'GET /api/calendars',
  getCalendar: 'GET /api/managers/{id}/calendar',
  putCalendar: 'PUT /api/managers/{id}/calendar',
  syncCalendar: 'POST /api/managers/{id}/calendar/sync',
  connectCalendar: 'POST /api/managers/{id}/calendar/consent',
  putSettings: 'PUT /api/settings',
} as const

export type RouteName = keyof typeof routes

/** Answers that flow: exports of the filtered journal, whose progress is asked for beside by the `ticket` that the asker chose, and the journal's server-sent events. */
export const streamRoutes = {
  exportXlsx: 'GET /api/exports/contacts.xlsx',
  exportCsv: 'GET /api/exports/contacts.csv',
  exportProgress: 'GET /api/exports/progress',
  journalEvents: 'GET /api/journal/events',
  exportTrail: 'GET /api/trail.csv',
} as const
