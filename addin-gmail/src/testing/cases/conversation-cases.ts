import type { CardCases } from './card-cases'

export const conversationCases: CardCases = (_word) => ({})
