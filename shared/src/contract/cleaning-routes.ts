import type { Access } from './access-level'

/** Clients and persons that are perhaps the same: found, merged, taken apart again; domains; changes of employer. */
export const cleaningRoutes = {
  startDuplicateSearch: 'POST /api/duplicates/search',
  duplicateSearch: 'GET /api/duplicates/search',
  cancelDuplicateSearch: 'POST /api/duplicates/search/cancel',
  listDuplicates: 'GET /api/duplicates',
  duplicatesOf: 'GET /api/duplicates/of/{id}',
  dismissDuplicate: 'POST /api/duplicates/{id}/dismiss',
  createMerge: 'POST /api/merges',
  mergeOf: 'GET /api/merges/of/{id}',
  undoMerge: 'POST /api/merges/{id}/undo',
  clientDomains: 'GET /api/counterparties/{id}/domains',
  judgeClientDomain: 'POST /api/counterparties/{id}/domains',
  formerPersons: 'GET /api/counterparties/{id}/former-persons',
  listEmployments: 'GET /api/persons/{id}/employments',
  changeEmployer: 'POST /api/persons/{id}/employer',
} as const

/** Who may ask. What takes records away, and a search that keeps the server busy, is for leads; to look, and to say "not the same", anybody may. */
export const cleaningAccess = {
  startDuplicateSearch: 'lead', duplicateSearch: 'manager', cancelDuplicateSearch: 'lead', listDuplicates: 'manager', duplicatesOf: 'manager', dismissDuplicate: 'manager',
  createMerge: 'lead', mergeOf: 'manager', undoMerge: 'lead',
  clientDomains: 'manager', judgeClientDomain: 'manager', formerPersons: 'manager', listEmployments: 'manager', changeEmployer: 'manager',
} as const satisfies Record<keyof typeof cleaningRoutes, Access>
