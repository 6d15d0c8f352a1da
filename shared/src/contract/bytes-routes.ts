/** Routes whose request or answer is a file's bytes: they stand beside the JSON ones, with the same callers and the same problems. */
export const fileRoutes = {
  /** Bytes of one attachment of a registered message, `application/octet-stream`. */
  keepAttachment: 'PUT /api/attachments/{id}/content',
  readAttachment: 'GET /api/attachments/{id}/content',
  /** A table of clients as its bytes, `application/octet-stream`, and its name as `?name=`; for leads. The answer is what `getImport` gives. */
  uploadImport: 'POST /api/imports',
  /** What an import could not take over (`?kind=duplicate`: whom it knew already), as CSV; `?language=`. */
  exportImportProblems: 'GET /api/imports/{id}/problems.csv',
} as const
