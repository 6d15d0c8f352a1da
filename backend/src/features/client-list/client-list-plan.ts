import type { Db } from '../../platform/db/database'
import { clientsHolding } from '../../platform/db/client-text-search'
import type { SqlParameter } from '../../platform/db/sql'
import { conditionsOf, looksUp, textOf, valuesOf, wordsInRow, wordsOf, type ClientFilter, type Condition } from './client-list-filter'
import { byManager, byRow, everything } from './client-list-order'

export interface ClientListAsked { filter: ClientFilter; extra: Condition[]; now: Date }
/** Where the clients are found whom all of `conditions` are asked of. */
export interface Finding { from: string; values: SqlParameter[] }
/** `few` null: the order is walked until a page is full. */
export interface ClientListPlan { conditions: Condition[]; few: Finding | null }
/** The walk that the order asks for: how many of so many rows fulfil the conditions, from where the page begins; and whether one index holds all that it reads. */
export interface Walk { sample(conditions: readonly Condition[], rows: number): Promise<number>; covered: boolean }

/** So many rows are looked at to tell how many fit, from where the page begins and at the beginning of the names: neither tells all, since what goes together in the base lies together. */
const sample = 500
/** From so many of the page's own rows on the order is walked, whatever else; or where they are fewer and nothing is rare. */
const many = { surely: 100, likely: 10, anywhere: 40 }
/** A characteristic that so few of the names have leads to them by its index; to so many it does when the order leads nowhere. */
const rare = { surely: 10, likely: 40 }
/** Up to so many clients are looked up one by one. */
const gatheredMost = 4_000

/** Characteristics by which an index leads to the clients that have one. */
const leads = {
  managerId: byManager, teamId: byManager, region: index('region_name_id'), industry: index('industry_name_id'), status: index('status_name_id'), class: index('class_name_id'), createdFrom: index('createdAt_id'), createdTo: index('createdAt_id'),
} as const satisfies Partial<Record<keyof ClientFilter, string>>
type Lead = keyof typeof leads
function index(columns: string) { return `Counterparty k INDEXED BY "Counterparty_${columns}_idx"` }

/** How a question to the list is read: what is rare leads, and its order is walked where nothing is. */
export function createClientListPlan({ side }: Pick<Db, 'side'>) {
  /** The ids that a question gives, unless they are too many. */
  async function gather([sql, values]: [string, SqlParameter[]]): Promise<Finding | null> {
    const ids = (await side.all<{ id: string }>(sql, values)).map(({ id }) => id)
    return ids.length > gatheredMost ? null : { from: 'json_each(?) w CROSS JOIN Counterparty k ON k.id = w.value', values: [JSON.stringify(ids)] }
  }
  async function read({ filter, extra, now }: ClientListAsked): Promise<ClientListPlan> {
    const others = [...conditionsOf(filter, now), ...extra]
    const words = wordsOf(filter.q)
    const few = words.length === 0 ? null : await gather(clientsHolding(words, gatheredMost + 1))
    return { few, conditions: few ? others : [...others, ...wordsInRow(filter.q)] }
  }

  /** How many of the first names fulfil the conditions, and how many have the rarest characteristic that an index leads to. */
  async function look(conditions: readonly Condition[], { filter, now }: ClientListAsked) {
    const open = (Object.keys(leads) as Lead[]).filter((name) => filter[name] !== undefined && !(Array.isArray(filter[name]) && filter[name].includes('none')))
    const alone = open.map((name) => conditionsOf({ [name]: filter[name] }, now))
    const sums = [conditions, ...alone].map((some, i) => `TOTAL(${textOf(some)}) AS sum${i}`).join(', ')
    const [row = {}] = await side.all<Record<string, number>>(`SELECT ${sums} FROM (SELECT * FROM Counterparty INDEXED BY "ClientList_name" ORDER BY name, id LIMIT ${sample}) k`, [conditions, ...alone].flatMap(valuesOf))
    const [lead] = open.map((name, i) => ({ few: { from: leads[name], values: [] }, rows: row[`sum${i + 1}`] ?? 0 })).sort((a, b) => a.rows - b.rows)
    return { fit: row.sum0 ?? 0, leadTo: (most: number) => (lead && lead.rows <= most ? lead.few : null) }
  }

  return {
    async of(asked: ClientListAsked, walk: Walk): Promise<ClientListPlan> {
      const { conditions, few } = await read(asked)
      if (few || conditions.length === 0) return { conditions, few }
      const next = await walk.sample(conditions, sample)
      if (next >= many.surely) return { conditions, few: null }
      const { fit, leadTo } = await look(conditions, asked)
      const surely = leadTo(rare.surely)
      if (surely) return { conditions, few: surely }
      if (next >= many.likely || fit >= many.anywhere) return { conditions, few: null }
      const likely = leadTo(rare.likely)
      if (likely) return { conditions, few: likely }
      for (const one of asked.extra) {
        const gathered = one.gather === undefined ? null : await gather([`${one.gather} LIMIT ?`, [...one.values, gatheredMost + 1]])
        if (gathered) return { conditions: conditions.filter((other) => other !== one), few: gathered }
      }
      if (looksUp(conditions)) return { conditions, few: { from: byRow, values: [] } }
      return { conditions, few: walk.covered ? null : { from: everything, values: [] } }
    },
    /** The same for a count, which reads all of them. */
    async ofCount(asked: ClientListAsked): Promise<ClientListPlan & { few: Finding }> {
      const { conditions, few } = await read(asked)
      return { conditions, few: few ?? { from: looksUp(conditions) ? byRow : everything, values: [] } }
    },
  }
}
