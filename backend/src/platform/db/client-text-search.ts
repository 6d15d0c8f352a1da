import type { SqlParameter } from './sql'

/** More threes than these tell nothing that looking at the texts found does not. */
const mostThrees = 12

/**
 * A question for the ids of clients whose search text holds all the (folded) words, at most `limit` of them in no special order. It knows nothing of who may see them: read them from
 * Counterparty before anything of them is told.
 */
export function clientsHolding(words: readonly string[], limit: number): [sql: string, parameters: SqlParameter[]] {
  const threes = [...new Set(words.flatMap(threesOf))].slice(0, mostThrees)
  const holds = words.map(() => 'instr(x.text, ?) > 0').join(' AND ')
  const select = 'SELECT x.counterpartyId AS id FROM'
  if (threes.length === 0) return [`${select} "_client_text" x NOT INDEXED WHERE ${holds} LIMIT ?`, [...words, limit]]
  return [
    `SELECT id FROM (${select} (SELECT rowid AS docId FROM "_client_trigrams" WHERE "_client_trigrams" MATCH ?) t CROSS JOIN "_client_text" x ON x.docId = t.docId WHERE ${holds}
      UNION ALL ${select} "_client_text" x WHERE x.docId > (SELECT upTo FROM "_client_text_state") AND ${holds}) LIMIT ?`,
    [threes.join(' AND '), ...words, ...words, limit],
  ]
}

/** A word as threes of signs side by side, and its last three; a shorter word has none. */
function threesOf(word: string): string[] {
  const signs = [...word.replaceAll('\0', '')]
  const starts = Array.from({ length: Math.floor(signs.length / 3) }, (_, i) => i * 3)
  if (signs.length > 3 && signs.length % 3 > 0) starts.push(signs.length - 3)
  return starts.map((at) => `"${signs.slice(at, at + 3).join('').replaceAll('"', '""')}"`)
}
