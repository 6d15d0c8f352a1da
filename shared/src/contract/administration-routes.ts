import type { Access } from './access-level'

/** Managers, teams, our companies, and the words that people choose from. */
export const administrationRoutes = {
  listAllManagers: 'GET /api/administration/managers',
  createManager: 'POST /api/managers',
  patchManager: 'PATCH /api/managers/{id}',
  handOverManager: 'POST /api/managers/{id}/hand-over',
  listWords: 'GET /api/administration/words',
  createWord: 'POST /api/administration/words',
  patchWord: 'PATCH /api/administration/words/{id}',
  deleteWord: 'DELETE /api/administration/words/{id}',
  orderWords: 'PUT /api/administration/words/order',
  listOwnDomains: 'GET /api/administration/own-domains',
  addOwnDomain: 'POST /api/administration/own-domains',
  removeOwnDomain: 'POST /api/administration/own-domains/removals',
} as const

/** Who may ask; what of it depends on the thing itself is decided by the service. */
export const administrationAccess = {
  listAllManagers: 'administrator', createManager: 'administrator', patchManager: 'administrator', handOverManager: 'administrator',
  listWords: 'administrator', createWord: 'administrator', patchWord: 'administrator', deleteWord: 'administrator', orderWords: 'administrator',
  listOwnDomains: 'administrator', addOwnDomain: 'administrator', removeOwnDomain: 'administrator',
} as const satisfies Record<keyof typeof administrationRoutes, Access>
