import { consentCard, failureCard } from '../../cards/plain-cards'
import { strangerCard, welcomeCard } from '../../cards/stranger-card'
import type { CardCases } from './card-cases'

export const plainCases: CardCases = (word) => {
  const message = 'msg-f:1'
  return {
    failure: (c) => failureCard({ title: word, advice: word, reference: 'abcd1234', message, canRetry: true }, c),
    'failure, its button again': (c) => failureCard({ title: word, advice: word, reference: 'abcd1234', message: null, canRetry: true, again: c.press('register', { message, again: 'yes' }) }, c),
    consent: (c) => consentCard({ message }, c),
    stranger: (c) => strangerCard({ email: word }, c),
    'stranger, wrong code': (c) => strangerCard({ email: word, problem: word }, c),
    welcome: (c) => welcomeCard({ name: word }, c),
  }
}
