import type { ClientRow } from '@counterpane/shared/contract/client-list'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import type { ClientFilter, ClientsAsked } from './client-list-filter'
import { inOrder, presentClientRow, rowsQuery, type ListedClient } from './client-list-rows'
import type { ClientListService } from './client-list.service'

export interface ExportedClient extends Omit<ClientRow, 'etag'> { taxNumber: string | null; loyalty: string | null; competitors: string | null; addresses: string[]; domains: string[]; phones: string[] }
export interface ExportedPerson { id: string; name: string; position: string | null; birthday: string | null; interests: string | null; acquaintance: string | null; client: string | null; taxNumber: string | null; addresses: string[]; phones: string[] }
export interface BaseQuestion { caller: Caller; filter: ClientFilter; sort: NonNullable<ClientsAsked['sort']>; now: Date }
type Lists = 'addresses' | 'domains' | 'phones'
type Texts<T, K extends string> = Omit<T, K> & Record<K, string>

const atOnce = 500
const clientsAtOnce = 5_000
const listOf = (column: string, from: string) => `(SELECT json_group_array(x.${column}) FROM (SELECT ${column} FROM ${from} ORDER BY position) x)`
const facts = `SELECT k.id, k.taxNumber, k.loyalty, k.competitors, ${listOf('address', 'CounterpartyAddress WHERE counterpartyId = k.id')} AS addresses, ${listOf('domain', 'CounterpartyDomain WHERE counterpartyId = k.id')} AS domains,
  ${listOf('phone', 'CounterpartyPhone WHERE counterpartyId = k.id')} AS phones FROM json_each(?) ids CROSS JOIN Counterparty k ON k.id = ids.value`
const personFacts = (where: string) => `SELECT p.id, p.name, p.position, p.birthday, p.interests, p.acquaintance, k.name AS client, k.taxNumber, ${listOf('address', 'PersonAddress WHERE personId = p.id')} AS addresses, ${listOf('phone', 'PersonPhone WHERE personId = p.id')} AS phones
  FROM ${where}`
const ofClients = personFacts('json_each(?) ids CROSS JOIN ContactPerson p ON p.counterpartyId = ids.value LEFT JOIN Counterparty k ON k.id = p.counterpartyId WHERE p.id > ? ORDER BY p.id LIMIT ?')
const ofNobody = personFacts('ContactPerson p LEFT JOIN Counterparty k ON k.id = p.counterpartyId WHERE p.counterpartyId IS NULL AND p.id > ? ORDER BY p.id LIMIT ?')

/** Clients of a list, or their people, from the first to the last, read aside some hundred at a time. */
export function createBaseExport({ db: { side }, service }: { db: Pick<Db, 'side'>; service: ClientListService }) {
  async function* ids({ caller, filter, sort }: BaseQuestion): AsyncGenerator<string[]> {
    let cursor: string | undefined
    do {
      const page = await service.ids(caller, filter, { sort, cursor, limit: clientsAtOnce })
      for (let at = 0; at < page.ids.length; at += atOnce) yield page.ids.slice(at, at + atOnce)
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
  }
  async function* people(sql: string, parameters: readonly string[]): AsyncGenerator<ExportedPerson[]> {
    let last: string | undefined = ''
    while (last !== undefined) {
      const rows: Texts<ExportedPerson, 'addresses' | 'phones'>[] = await side.all(sql, [...parameters, last, atOnce])
      if (rows.length > 0) yield rows.map((row) => ({ ...row, addresses: texts(row.addresses), phones: texts(row.phones) }))
      last = rows.length === atOnce ? rows.at(-1)?.id : undefined
    }
  }
  const isWhole = ({ filter }: BaseQuestion) => Object.values(filter).every((value) => value === undefined)
  return {
    total: async (question: BaseQuestion) => (await service.count(question.caller, question.filter)).count,
    async *clients(question: BaseQuestion): AsyncGenerator<ExportedClient[]> {
      for await (const some of ids(question)) {
        const rows = await side.all<ListedClient>(...rowsQuery(some, question.now))
        const more = new Map((await side.all<Texts<Pick<ExportedClient, 'id' | 'taxNumber' | 'loyalty' | 'competitors' | Lists>, Lists>>(facts, [JSON.stringify(some)])).map((row) => [row.id, row]))
        yield inOrder(some, rows).flatMap((row) => {
          const { etag: _etag, ...told } = presentClientRow(row)
          const fact = more.get(row.id)
          return fact ? [{ ...told, ...fact, addresses: texts(fact.addresses), domains: texts(fact.domains), phones: texts(fact.phones) }] : []
        })
      }
    },
    /** People of the list's clients; without any filter also those who are nobody's. */
    async *persons(question: BaseQuestion): AsyncGenerator<ExportedPerson[]> {
      for await (const some of ids(question)) yield* people(ofClients, [JSON.stringify(some)])
      if (isWhole(question)) yield* people(ofNobody, [])
    },
  }
}
export type BaseExport = ReturnType<typeof createBaseExport>
const texts = (json: string) => JSON.parse(json) as string[]
