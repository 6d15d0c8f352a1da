import type { CardCases } from './card-cases'

export const historyCases: CardCases = (_word) => ({})
