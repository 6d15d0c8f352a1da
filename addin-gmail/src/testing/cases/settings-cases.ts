import type { CardCases } from './card-cases'

export const settingsCases: CardCases = (_word) => ({})
