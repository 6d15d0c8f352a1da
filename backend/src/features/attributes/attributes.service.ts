import type { z } from 'zod'
import { attributeNouns, type AttributeNoun, type createAttribute, type patchAttribute } from '@counterpane/shared/contract/attribute'
import { AppError, type Words } from '@counterpane/shared/errors/app-error'
import { attributeProblems as problems } from '@counterpane/shared/text/attribute-problems'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { assertFresh } from '../../platform/http/etag'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import { checkValues, type Values } from './attribute-values'
import { createAttributesRepository, deleteDefinition, insertDefinition, placeDefinitions, updateDefinition, type DefinitionFields, type DefinitionRecord } from './attributes.repository'

const most = 300

/** Details that an administrator defines, and their check wherever values are written. */
export function createAttributes({ db, clock }: { db: Db; clock: Clock }) {
  const repository = createAttributesRepository(db)
  const get = (id: string) => {
    const found = repository.find(id)
    if (!found) throw new AppError('not-found')
    return found
  }
  return {
    get,
    list: ({ nouns = attributeNouns, active }: { nouns?: readonly AttributeNoun[]; active?: boolean }) => repository.list(nouns).filter((one) => active === undefined || one.active === active),
    counts: repository.counts,
    checked: (noun: AttributeNoun, given: Values, before: Readonly<Record<string, unknown>>): Values => checkValues(given, { definitions: repository.list([noun]), before, free: noun === 'contact' }),
    async create(caller: Caller, { nameRu = null, options = [], checks = {}, key, ...body }: z.output<typeof createAttribute>): Promise<DefinitionRecord> {
      const [id, at] = [uuidv7(), clock.now()]
      await db.write(async (tx) => {
        const others = repository.list([body.noun])
        const fields: DefinitionFields = { ...body, nameRu, options, checks, key: key ?? body.name, active: true, position: others.length }
        if (others.length >= most) throw refusal('conflict', '', problems.tooMany(most))
        if (others.some((one) => one.key === fields.key)) throw refusal('conflict', key === undefined ? 'name' : 'key', problems.taken(fields.key))
        assertWhole(fields)
        await insertDefinition(tx, { ...fields, id, at })
        await writeAudit(tx, { managerId: caller.id, noun: 'attribute', nounId: id, action: 'created', at, after: fields })
      })
      return get(id)
    },
    async patch(caller: Caller, id: string, { body: { position, ...body }, ifMatch }: { body: z.output<typeof patchAttribute>; ifMatch: string | null }): Promise<DefinitionRecord> {
      get(id)
      const at = clock.now()
      await db.write(async (tx) => {
        const before = get(id)
        assertFresh(ifMatch, before.version, { required: false })
        const change = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Partial<DefinitionFields>
        assertWhole({ ...before, ...change })
        await updateDefinition(tx, id, { change, at })
        if (position !== undefined) {
          const ids = repository.list([before.noun]).map((one) => one.id).filter((one) => one !== id)
          await placeDefinitions(tx, [...ids.slice(0, position), id, ...ids.slice(position)])
        }
        await writeAudit(tx, { managerId: caller.id, noun: 'attribute', nounId: id, action: 'changed', at, before, after: { ...change, ...(position !== undefined && { position }) } })
      })
      return get(id)
    },
    /** Only one that holds nothing: otherwise it is switched off. */
    async remove(caller: Caller, id: string, ifMatch: string | null): Promise<void> {
      const seen = get(id)
      assertFresh(ifMatch, seen.version, { required: false })
      const count = (await repository.counts(seen.noun)).get(seen.key) ?? 0
      if (count > 0) throw refusal('conflict', '', problems.hasValues(count))
      await db.write(async (tx) => {
        const before = get(id)
        await deleteDefinition(tx, id)
        await writeAudit(tx, { managerId: caller.id, noun: 'attribute', nounId: id, action: 'deleted', at: clock.now(), before, after: {} })
      })
    },
  }
}
export type Attributes = ReturnType<typeof createAttributes>

const refusal = (code: 'conflict' | 'invalid-request', path: string, words: Words) => new AppError(code, { words, ...(path !== '' && { errors: [{ path, message: words.en }] }) })

const checksOf = { text: ['required', 'maxLength', 'pattern'], number: ['required', 'min', 'max'], date: ['required'], choice: ['required'], flag: ['required'], link: ['required'] } as const
function assertWhole({ type, options, checks }: Pick<DefinitionFields, 'type' | 'options' | 'checks'>) {
  if (type === 'choice' && options.length === 0) throw refusal('invalid-request', 'options', problems.noOptions)
  const known: readonly string[] = checksOf[type]
  const odd = Object.entries(checks).find(([name, value]) => value !== undefined && !known.includes(name))
  if (odd) throw refusal('invalid-request', `checks.${odd[0]}`, problems.notOfType)
}
