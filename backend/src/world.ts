import type { Config } from './config'
import type { Db } from './platform/db/database'
import type { Log } from './platform/log/logger'
import type { Clock } from './ports/clock'

/** What a process is given: its settings, its database, the time, and where it may speak. */
export interface World { config: Config; db: Db; clock: Clock; log: Log }
