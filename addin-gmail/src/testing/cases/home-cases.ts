import { homeCard } from '../../cards/plain-cards'
import type { CardCases } from './card-cases'

export const homeCases: CardCases = (word) => {
  return {
    home: (c) => homeCard({ manager: word }, c),
  }
}
