import type { Access } from './access-level'
import type { fileRoutes } from './bytes-routes'
import type { RouteName, streamRoutes } from './routes'
import { signingInAccess } from './signing-in-routes'
import { importsAccess } from './imports-routes'
import { cleaningAccess } from './cleaning-routes'
import { unrecognisedAccess } from './unrecognised-routes'
import { clientListAccess } from './client-list-routes'
import { segmentsAccess } from './segments-routes'
import { administrationAccess } from './administration-routes'
import { trailAccess } from './trail-routes'

/** Every route is named here: one that is not does not compile, and would be refused. */
export const routeAccess: Readonly<Record<RouteName, Access>> = {
  ...signingInAccess,
  ...importsAccess,
  ...cleaningAccess,
  ...unrecognisedAccess,
  ...clientListAccess,
  ...segmentsAccess,
  ...administrationAccess,
  ...trailAccess,
  messageSent: 'open', signIn: 'open', acceptInvitation: 'open', demoManagers: 'open',
  inviteManager: 'administrator', putCalendar: 'administrator', putSettings: 'administrator',
  listJournal: 'manager', countJournal: 'manager', journalStrip: 'manager', journalGroups: 'manager', listViews: 'manager', createView: 'manager', patchView: 'manager',
  deleteView: 'manager', listChanges: 'manager', undoChange: 'manager', undoChangeSet: 'manager', changeMany: 'manager', addAttachment: 'manager',
  removeAttachment: 'manager', feed: 'manager', clientStanding: 'manager', taskCounts: 'manager', handOverTasks: 'manager', journalDay: 'manager',
  listReminders: 'manager', readDigest: 'manager', sendDigest: 'manager', endSessions: 'manager', listCalendars: 'manager', getCalendar: 'manager',
  syncCalendar: 'manager', connectCalendar: 'manager', sidebar: 'manager', sidebarMeeting: 'manager', registerMessage: 'manager', registerMessages: 'manager',
  registerMeeting: 'manager', excludeMessage: 'manager', followConversation: 'manager', createSendOrder: 'manager', changeSendOrder: 'manager',
  cancelSendOrder: 'manager', rememberChoice: 'manager', listContacts: 'manager', createContact: 'manager', getContact: 'manager', patchContact: 'manager',
  planNext: 'manager', recordOutcome: 'manager', cancelContact: 'manager', undoContact: 'manager', recordOutcomes: 'manager', contactCalendar: 'manager',
  joinPast: 'manager', keepApart: 'manager', putInCalendar: 'manager', takeFromCalendar: 'manager', listOriginals: 'manager', linkAttachment: 'manager',
  listCounterparties: 'manager', createCounterparty: 'manager', getCounterparty: 'manager', patchCounterparty: 'manager', listPersons: 'manager', createPerson: 'manager',
  getPerson: 'manager', patchPerson: 'manager', listTasks: 'manager', createTask: 'manager', patchTask: 'manager', myDay: 'manager', search: 'manager',
  signOut: 'manager', me: 'manager', patchMe: 'manager', listManagers: 'manager', listWaiting: 'manager', acceptWaiting: 'manager', dismissWaiting: 'manager',
  dictionaries: 'manager', getSettings: 'manager', about: 'manager',
}

/** The same of files and streams, which stand beside the JSON routes. */
export const bytesAccess: Readonly<Record<keyof typeof fileRoutes | keyof typeof streamRoutes, Access>> = {
  keepAttachment: 'manager', readAttachment: 'manager', uploadImport: 'lead', exportImportProblems: 'lead',
  exportXlsx: 'manager', exportCsv: 'manager', exportProgress: 'manager', journalEvents: 'manager', exportTrail: 'administrator',
}

/** Work on the whole base, which would tell of what its caller does not see: only for those who see all of it. */
export const needsWholeBase: ReadonlySet<string> = new Set<RouteName | keyof typeof fileRoutes>(['uploadImport', 'startDuplicateSearch', 'cancelDuplicateSearch'])

const ranks = { open: 0, manager: 1, lead: 2, administrator: 3 } as const
/** Whether a caller of this role may call the route. */
export const mayCall = (name: RouteName, role: Exclude<Access, 'open'>): boolean => ranks[role] >= (ranks[routeAccess[name]] ?? Infinity)
