/**
 * Names, methods and paths of the HTTP API as plain data, without zod: what a browser needs to call it.
 * The schemas of each route stand in `operations.ts` under the same name.
 */
export const routes = {
  sidebar: 'POST /api/sidebar',
  sidebarMeeting: 'POST /api/sidebar/meeting',
  registerMessage: 'POST /api/contacts/register-message',
  registerMessages: 'POST /api/contacts/register-messages',
  registerMeeting: 'POST /api/contacts/register-meeting',
  excludeMessage: 'PUT /api/messages/excluded',
  followConversation: 'PUT /api/conversations/following',
  createSendOrder: 'POST /api/send-orders',
  changeSendOrder: 'PUT /api/send-orders/{id}',
  cancelSendOrder: 'DELETE /api/send-orders/{id}',
  messageSent: 'POST /api/send-orders/{id}/sent',
  rememberChoice: 'PUT /api/choices',
  listContacts: 'GET /api/contacts',
  createContact: 'POST /api/contacts',
  getContact: 'GET /api/contacts/{id}',
  patchContact: 'PATCH /api/contacts/{id}',
  planNext: 'POST /api/contacts/{id}/next',
  recordOutcome: 'POST /api/contacts/{id}/outcome',
  cancelContact: 'POST /api/contacts/{id}/cancel',
  undoContact: 'POST /api/contacts/{id}/undo',
  listOriginals: 'GET /api/contacts/{id}/originals',
  linkAttachment: 'POST /api/attachments/{id}/link',
  listCounterparties: 'GET /api/counterparties',
  createCounterparty: 'POST /api/counterparties',
  getCounterparty: 'GET /api/counterparties/{id}',
  patchCounterparty: 'PATCH /api/counterparties/{id}',
  feed: 'GET /api/counterparties/{id}/feed',
  listPersons: 'GET /api/persons',
  createPerson: 'POST /api/persons',
  getPerson: 'GET /api/persons/{id}',
  patchPerson: 'PATCH /api/persons/{id}',
  listTasks: 'GET /api/tasks',
  createTask: 'POST /api/tasks',
  patchTask: 'PATCH /api/tasks/{id}',
  myDay: 'GET /api/my-day',
  search: 'GET /api/search',
  signIn: 'POST /api/session',
  signOut: 'DELETE /api/session',
  me: 'GET /api/me',
  patchMe: 'PATCH /api/me',
  inviteManager: 'POST /api/managers/{id}/invitations',
  acceptInvitation: 'POST /api/invitations/accept',
  endSessions: 'POST /api/managers/{id}/end-sessions',
  listManagers: 'GET /api/managers',
  demoManagers: 'GET /api/demo/managers',
  dictionaries: 'GET /api/dictionaries',
  getSettings: 'GET /api/settings',
  putSettings: 'PUT /api/settings',
  about: 'GET /api/about',
} as const

export type RouteName = keyof typeof routes

/** Routes whose request or answer is a file's bytes: they stand beside the JSON ones, with the same callers and the same problems. */
export const fileRoutes = {
  /** Bytes of one attachment of a registered message, `application/octet-stream`. */
  keepAttachment: 'PUT /api/attachments/{id}/content',
  readAttachment: 'GET /api/attachments/{id}/content',
} as const
