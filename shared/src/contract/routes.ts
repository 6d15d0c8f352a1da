/**
 * Names, methods and paths of the HTTP API as plain data, without zod: what a browser needs to call it.
 * The schemas of each route stand in `operations.ts` under the same name.
 */
export const routes = {
  sidebar: 'POST /api/sidebar',
  registerMessage: 'POST /api/contacts/register-message',
  registerMessages: 'POST /api/contacts/register-messages',
  excludeMessage: 'PUT /api/messages/excluded',
  rememberChoice: 'PUT /api/choices',
  listContacts: 'GET /api/contacts',
  createContact: 'POST /api/contacts',
  getContact: 'GET /api/contacts/{id}',
  patchContact: 'PATCH /api/contacts/{id}',
  planNext: 'POST /api/contacts/{id}/next',
  recordOutcome: 'POST /api/contacts/{id}/outcome',
  cancelContact: 'POST /api/contacts/{id}/cancel',
  undoContact: 'POST /api/contacts/{id}/undo',
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
  search: 'GET /api/search',
  signIn: 'POST /api/session',
  signOut: 'DELETE /api/session',
  me: 'GET /api/me',
  patchMe: 'PATCH /api/me',
  listManagers: 'GET /api/managers',
  demoManagers: 'GET /api/demo/managers',
  dictionaries: 'GET /api/dictionaries',
} as const

export type RouteName = keyof typeof routes
