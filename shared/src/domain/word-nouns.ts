/** Lists that people choose from. What stands on a client of the last five is the word itself. */
export const clientWordNouns = ['industry', 'region', 'status', 'turnover', 'class'] as const
export const wordNouns = ['team', 'firm', 'goal', 'adSource', ...clientWordNouns] as const

export type WordNoun = (typeof wordNouns)[number]
export type ClientWordNoun = (typeof clientWordNouns)[number]
