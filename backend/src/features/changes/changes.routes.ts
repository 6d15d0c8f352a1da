import type { AnswerOf, BodyOf } from '@counterpane/shared/contract/http-client'
import { limits } from '@counterpane/shared/contract/parts'
import type { Db } from '../../platform/db/database'
import type { Api } from '../../platform/http/api'
import type { Caller } from '../../platform/http/caller'
import type { Clock } from '../../ports/clock'
import { createNames } from './change-names.repository'
import { createChangesRepository } from './changes.repository'
import { createChangesService, type ChangesServiceDeps } from './changes.service'
import type { Keepers } from './changes.types'
import { createTakingBack, type PutBackMany } from './taking-back.service'

export interface ChangesDeps {
  db: Db; clock: Clock; keepers: Keepers; contactText: ChangesServiceDeps['contactText']; putBackMany: PutBackMany
  changeMany: (caller: Caller, body: BodyOf<'changeMany'>) => Promise<AnswerOf<'changeMany'>>
}

export function addChangesRoutes(api: Api, { db, clock, keepers, contactText, putBackMany, changeMany }: ChangesDeps): void {
  const changes = createChangesRepository(db)
  const list = createChangesService({ changes, names: createNames(db), keepers, clock, contactText })
  const takeBack = createTakingBack({ db, changes, keepers, clock, putBackMany })
  api.on('listChanges', ({ query: { noun, id, cursor, limit = limits.pageDefault }, caller, locale }) => ({ answer: list({ noun, id, cursor, limit }, { caller, locale }) }))
  api.on('undoChange', async ({ id, caller, locale }) => ({ answer: await takeBack.one(id, { caller, locale }) }))
  api.on('undoChangeSet', async ({ id, caller, locale }) => ({ answer: await takeBack.set(id, { caller, locale }) }))
  api.on('changeMany', async ({ caller, body }) => ({ answer: await changeMany(caller, body) }))
}
