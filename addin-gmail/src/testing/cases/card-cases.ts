import type { CardContext } from '../../card-context'
import type { Card } from '../../card-schema'

/** Every state of some cards, by what it is called; `word` stands wherever somebody else's text may stand. */
export type CardCases = (word: string) => Record<string, (context: CardContext) => Card>
export const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))
