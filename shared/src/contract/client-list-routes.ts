import type { Access } from './access-level'

/** The client base as a list: rows, filters, marks, preview, exports. */
export const clientListRoutes = {
  listClientRows: 'GET /api/clients/rows',
  countClients: 'GET /api/clients/count',
  clientWords: 'GET /api/clients/words',
  changeClients: 'POST /api/clients/changes',
  listSelections: 'GET /api/clients/selections',
  createSelection: 'POST /api/clients/selections',
  patchSelection: 'PATCH /api/clients/selections/{id}',
  deleteSelection: 'DELETE /api/clients/selections/{id}',
} as const

/** Files of the base that flow as they are made; how far they are is asked for by their ticket. */
export const clientExportRoutes = {
  clientsXlsx: 'GET /api/exports/clients.xlsx',
  clientsCsv: 'GET /api/exports/clients.csv',
  personsXlsx: 'GET /api/exports/persons.xlsx',
  personsCsv: 'GET /api/exports/persons.csv',
  progress: 'GET /api/exports/clients/progress',
} as const

/** Who may ask; what of it depends on the thing itself is decided by the service. */
export const clientListAccess = {
  listClientRows: 'manager', countClients: 'manager', clientWords: 'manager', changeClients: 'manager', listSelections: 'manager', createSelection: 'manager', patchSelection: 'manager', deleteSelection: 'manager',
} as const satisfies Record<keyof typeof clientListRoutes, Access>
