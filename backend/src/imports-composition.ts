import { dirname, join } from 'node:path'
import { createTableSource } from './adapters/tables/open-table'
import { createUploadedTables } from './adapters/tables/uploaded-tables'
import type { Composed } from './composition'
import type { World } from './world'
import { createClientFinding } from './features/clients/client-finding.repository'
import { takeBackClients } from './features/clients/client-import-undo.repository'
import { writeClientPlan } from './features/clients/client-imports.repository'
import { csvLine } from './features/exports/csv-lines'
import { createPreviews } from './features/imports/import-previews'
import { createImportRecords } from './features/imports/import-records.repository'
import { createImportTrail } from './features/imports/import-trail.repository'
import { createTakeBack } from './features/imports/import-undo'
import { createImportWork } from './features/imports/import-work.service'
import { addImportsRoutes } from './features/imports/imports.routes'
import { createImportsService } from './features/imports/imports.service'
import { createManagerNames } from './features/imports/manager-names.repository'
import { createProblemsCsv } from './features/imports/problems-csv'
import { createSourceNames } from './features/imports/source-names.repository'
import { filePathOf } from './platform/db/connection'
import { createFileRoutes } from './platform/http/file-routes'

/** Clients and contact persons brought in from tables: uploaded, looked at, run, taken back. */
export function composeImports({ composed, world: { config, db, clock, log } }: { composed: Composed; world: World }) {
  const { api, authenticate, cookieName, signals, suppressions } = composed
  const files = createFileRoutes({ authenticate, publicUrl: config.PUBLIC_URL, cookieName })
  const tables = createUploadedTables(join(dirname(filePathOf(config.DATABASE_URL)), 'imports'), createTableSource())
  const records = createImportRecords(db)
  const deps = { db, clock, tables, records, previews: createPreviews({ tables, mappingOf: records.mappingOf }) }
  const work = createImportWork({
    ...deps, log, takeBack: createTakeBack({ db, clock, trail: createImportTrail(db.sql), takeBackRecords: takeBackClients(db.sql) }),
    needs: { find: createClientFinding(db.sql), write: writeClientPlan, names: () => ({ managerIdOf: createManagerNames(db.sql), adSourceIdOf: createSourceNames(db.sql) }), erasedOf: suppressions.erasedOf, gained: signals.addressesGained.ring },
  })
  // Work is begun by the process that was asked, so what stands open when the first is asked is what its end cut off.
  let recovered: Promise<void> | null = null
  const ready = () => recovered ??= work.recover().catch((error: unknown) => { recovered = null; throw error })
  addImportsRoutes(api, files, { service: createImportsService(deps), csv: createProblemsCsv({ records, csvLine }), work, ready })
  return { routes: files.router, close: work.close }
}
