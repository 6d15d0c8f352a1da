import { setTimeout as pause } from 'node:timers/promises'
import type { z } from 'zod'
import type * as contract from '@counterpane/shared/contract/administration'
import type { Word } from '@counterpane/shared/contract/administration'
import type { ClientWordNoun, WordNoun } from '@counterpane/shared/domain/word-nouns'
import { AppError } from '@counterpane/shared/errors/app-error'
import { administrationProblems } from '@counterpane/shared/text/administration-problems'
import { writeAudit, writeAudits } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import { refuse } from './administration-checks'
import { assertUnchanged, stateTag } from '../../platform/http/state-tag'
import { changeOnClients, deleteWord, insertWord, isClientWord, isUsed, readWords, updateWord, type WordRecord, type WordState, type WordsRepository } from './words.repository'

type Patch = z.output<typeof contract.patchWord>
export interface WordsDeps { db: Db; words: WordsRepository; clock: Clock }
interface Fields { name: string; nameRu?: string | null | undefined }

const handful = 250
const breathMs = 5
const straysShown = 100

/** The lists that people choose from. What is used is switched off and stays where it was chosen; what never was may be deleted. */
export function createWordsService({ db, words, clock }: WordsDeps) {
  async function list() {
    const [records, usage] = [words.list(), await words.usage()]
    const used = new Map<string, number>()
    for (const one of usage) used.set(`${one.noun} ${one.word}`, (used.get(`${one.noun} ${one.word}`) ?? 0) + one.used)
    const usesOf = (word: WordRecord) => used.get(`${word.noun} ${isClientWord(word.noun) ? word.name : word.id}`) ?? 0
    const listed = new Set(records.map((word) => `${word.noun} ${word.name}`))
    const strays = usage.flatMap(({ noun, word, used: times }) => (isClientWord(noun) && word.trim() !== '' && !listed.has(`${noun} ${word}`) ? [{ noun, name: word, used: times }] : []))
    return { items: records.map((word) => ({ ...show(word), used: usesOf(word) })), strays: strays.sort((a, b) => b.used - a.used).slice(0, straysShown), nextCursor: null }
  }
  async function one(id: string, noun: WordNoun): Promise<Word> {
    const found = (await list()).items.find((word) => word.id === id && word.noun === noun)
    if (!found) throw new AppError('not-found')
    return found
  }
  return {
    list,
    async create(caller: Caller, { noun, ...fields }: Fields & { noun: WordNoun }) {
      const id = uuidv7()
      const { name, nameRu } = tidy(fields)
      await db.write(async (tx) => {
        const there = await readWords(tx, noun)
        assertNew(there, name)
        await insertWord(tx, { id, noun, name, nameRu: nameRu ?? null, position: Math.max(-1, ...there.map((word) => word.position)) + 1 })
        await writeAudit(tx, { managerId: caller.id, noun: nounOf(noun), nounId: id, action: 'created', at: clock.now(), after: { list: noun, name, ...(nameRu != null && { nameRu }) } })
      })
      return one(id, noun)
    },
    async patch(caller: Caller, id: string, { body: { noun, onClients, ...body }, ifMatch }: { body: Patch; ifMatch: string | null }) {
      const wanted = tidy(body)
      const before = await db.write(async (tx) => {
        const there = await readWords(tx, noun)
        const word = there.find((other) => other.id === id)
        if (!word) throw new AppError('not-found')
        assertUnchanged(ifMatch, stateOf(word), { required: false })
        const change = Object.fromEntries(Object.entries(wanted).filter(([field, value]) => value !== undefined && value !== word[field as keyof WordState])) as Partial<WordState>
        if (change.name !== undefined) assertNew(there.filter((other) => other.id !== id), change.name)
        if (Object.keys(change).length === 0) return word
        await updateWord(tx, word, change)
        const action = change.active === false ? 'switched-off' : change.active === true ? 'switched-on' : 'renamed'
        await writeAudit(tx, { managerId: caller.id, noun: nounOf(noun), nounId: id, action, at: clock.now(), before: stateOf(word), after: change })
        return word
      })
      const renamed = wanted.name !== undefined && wanted.name !== before.name && onClients === true && isClientWord(noun)
      const done = renamed ? await renameOnClients(caller, { noun, from: before.name, to: wanted.name ?? '' }) : { setId: null, clients: 0 }
      return { word: await one(id, noun), ...done }
    },
    async remove(caller: Caller, id: string, { noun, ifMatch }: { noun: WordNoun; ifMatch: string | null }) {
      await db.write(async (tx) => {
        const word = (await readWords(tx, noun)).find((other) => other.id === id)
        if (!word) throw new AppError('not-found')
        assertUnchanged(ifMatch, stateOf(word), { required: false })
        if (await isUsed(tx, word)) refuse('not-possible', 'id', administrationProblems.wordUsed)
        await deleteWord(tx, word)
        await writeAudit(tx, { managerId: caller.id, noun: nounOf(noun), nounId: id, action: 'deleted', at: clock.now(), before: { list: noun, name: word.name }, after: { list: null, name: null } })
      })
    },
    /** `ids`: each word of the list once; whoever ordered an older list is told. */
    async order(caller: Caller, noun: ClientWordNoun, ids: readonly string[]) {
      await db.write(async (tx) => {
        const there = (await readWords(tx, noun)).sort((a, b) => a.position - b.position)
        if (ids.length !== there.length || there.some((word) => !ids.includes(word.id))) refuse('conflict', 'ids', administrationProblems.otherOrder)
        const moved = there.filter((word) => word.position !== ids.indexOf(word.id))
        for (const word of moved) await updateWord(tx, word, { position: ids.indexOf(word.id) })
        const named = (order: readonly string[]) => order.map((id) => there.find((word) => word.id === id)?.name ?? '')
        if (moved.length > 0) await writeAudit(tx, { managerId: caller.id, noun: 'word', nounId: noun, action: 'ordered', at: clock.now(), before: { order: there.map((word) => word.name) }, after: { order: named(ids) } })
      })
      return list()
    },
  }

  /** One order over many clients, a handful in each unit of work; taken back as one by its `setId`. */
  async function renameOnClients(caller: Caller, { noun, from, to }: { noun: ClientWordNoun; from: string; to: string }) {
    const [setId, ids] = [uuidv7(), words.clientsWith(noun, from)]
    let clients = 0
    for (let i = 0; i < ids.length; i += handful) {
      if (i > 0) await pause(breathMs)
      clients += await db.write(async (tx) => {
        const at = clock.now()
        const changed = await changeOnClients(tx, ids.slice(i, i + handful), { noun, from, to, at })
        await writeAudits(tx, changed.map((id) => ({ managerId: caller.id, noun: 'counterparty', nounId: id, action: 'changed', at, before: { [noun]: from }, after: { [noun]: to }, setId })))
        return changed.length
      })
    }
    return { setId: clients > 0 ? setId : null, clients }
  }
}
export type WordsService = ReturnType<typeof createWordsService>

const stateOf = ({ name, nameRu, active, position }: WordRecord): WordState => ({ name, nameRu, active, position })
const show = (word: WordRecord) => ({ ...word, etag: stateTag(stateOf(word)) })
/** In the trail teams and our companies go by their own name. */
const nounOf = (noun: WordNoun) => (noun === 'team' || noun === 'firm' ? noun : 'word')
const tidy = <T extends Partial<Fields>>(fields: T): T => ({ ...fields, ...(fields.name !== undefined && { name: fields.name.trim() }), ...(fields.nameRu != null && { nameRu: fields.nameRu.trim() }) })
const folded = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll('ё', 'е')

function assertNew(there: readonly WordRecord[], name: string): void {
  if (there.some((word) => folded(word.name) === folded(name))) refuse('not-possible', 'name', administrationProblems.wordThere)
}
