/** `wrong`: somebody must do something; `note`: worth knowing. */
export interface Finding { state: 'ok' | 'note' | 'wrong'; what: string; words: string; todo?: string }

export const ok = (what: string, words: string): Finding => ({ state: 'ok', what, words })
export const note = (what: string, words: string, todo?: string): Finding => ({ state: 'note', what, words, ...(todo && { todo }) })
export const wrong = (what: string, words: string, todo: string): Finding => ({ state: 'wrong', what, words, todo })

const signs = { ok: 'ok   ', note: 'note ', wrong: 'WRONG' }

export function toText(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ state, what, words, todo }) => [`${signs[state]}  ${what}: ${words}`, ...(todo ? [`         what to do: ${todo}`] : [])])
  const count = findings.filter(({ state }) => state === 'wrong').length
  return [...lines, '', count === 0 ? 'All is well.' : `${count} ${count === 1 ? 'thing needs' : 'things need'} somebody.`, ''].join('\n')
}
