import { createFolderFileStore } from './adapters/file-store/folder-file-store'
import type { Room } from './room'
import type { Composed } from './composition'
import type { World } from './world'
import { createNeverRegisterRepository } from './features/never-register/never-register.repository'
import { addNeverRegisterRoutes } from './features/never-register/never-register.routes'
import { createNeverRegister } from './features/never-register/never-register.service'
import { createErasing } from './features/personal-data/erasing'
import { createPersonalDataRepository } from './features/personal-data/personal-data.repository'
import { addPersonalDataRoutes } from './features/personal-data/personal-data.routes'
import { createPersonalData } from './features/personal-data/personal-data.service'
import { createRetentionRun } from './features/retention/retention-run'
import { createRetentionWorker } from './features/retention/retention-worker'
import { createRetentionRepository } from './features/retention/retention.repository'
import { addRetentionRoutes } from './features/retention/retention.routes'
import { createRetention } from './features/retention/retention.service'
import { createTrailCsv } from './features/trail/trail-csv'
import { createTrailRepository } from './features/trail/trail.repository'
import { addTrailRoutes, createTrailExport } from './features/trail/trail.routes'
import { createTrail } from './features/trail/trail.service'
import { folderOf } from './files-composition'
import { trailTelling } from './trail-telling'

/** Never-register lists, the trail of all changes, retention, and one person's data. */
export function composeTrail({ composed, world }: { composed: Composed; world: World }): Room {
  const { api, authenticate, cookieName, signals, suppressions } = composed
  const { db, clock, log, config } = world
  addNeverRegisterRoutes(api, { service: createNeverRegister({ db, lists: createNeverRegisterRepository(db), clock }) })

  const { tell, csvLine } = trailTelling({ composed, world })
  const trail = createTrail({ trail: createTrailRepository(db), tell })
  addTrailRoutes(api, { trail })
  const routes = createTrailExport({ csv: createTrailCsv({ trail, csvLine }), authenticate, publicUrl: config.PUBLIC_URL, cookieName })

  const store = createFolderFileStore(folderOf(config))
  const repository = createRetentionRepository(db)
  const retention = createRetention({ db, retention: repository, clock })
  const run = createRetentionRun({ db, repository, retention, clock, store })
  addRetentionRoutes(api, { retention, run })
  const worker = createRetentionWorker({ run, retention, clock, log })

  const erasing = createErasing({ db, suppressions, store, changed: signals.contactsChanged.ring })
  addPersonalDataRoutes(api, { personalData: createPersonalData({ db, people: createPersonalDataRepository(db), suppressions, erasing, clock }) })
  return { routes, start: worker.start, close: worker.close }
}
