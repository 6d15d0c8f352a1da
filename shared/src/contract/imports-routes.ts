import type { Access } from './access-level'

/** Clients and contact persons brought in from tables: uploaded (`bytes-routes.ts`), looked at, run, taken back. */
export const importsRoutes = {
  listImports: 'GET /api/imports',
  getImport: 'GET /api/imports/{id}',
  /** What the columns are taken for; kept for the next file with the same header. */
  patchImport: 'PATCH /api/imports/{id}',
  /** Says in the background what a run would do, and writes nothing. */
  checkImport: 'POST /api/imports/{id}/check',
  runImport: 'POST /api/imports/{id}/run',
  /** Ends a check or a run after the rows at hand; what was written stays and can be undone. */
  cancelImport: 'POST /api/imports/{id}/cancel',
  /** Takes back in the background what a run did, as far as nobody has worked on it since. */
  undoImport: 'POST /api/imports/{id}/undo',
  /** One that was never run, with its file. */
  deleteImport: 'DELETE /api/imports/{id}',
  listImportProblems: 'GET /api/imports/{id}/problems',
} as const

/** Who may ask; what of it depends on the thing itself is decided by the service: a lead's own, an administrator's all. */
export const importsAccess = {
  listImports: 'lead', getImport: 'lead', patchImport: 'lead', checkImport: 'lead', runImport: 'lead', cancelImport: 'lead', undoImport: 'lead', deleteImport: 'lead', listImportProblems: 'lead',
} as const satisfies Record<keyof typeof importsRoutes, Access>
