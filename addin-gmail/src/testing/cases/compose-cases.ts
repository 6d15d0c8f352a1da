import { composeCard } from '../../cards/plain-cards'
import type { CardCases } from './card-cases'

export const composeCases: CardCases = () => {
  return {
    compose: (c) => composeCard(c),
  }
}
