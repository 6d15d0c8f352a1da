import type { z } from 'zod'
import { wideFindings } from './card-wide-rules'
import { sentencesOf } from './check-findings'
import { answerSchemas } from './checked-answer'
import { cardSchema } from './checked-card'

/**
 * What was asked decides what a right answer is: a trigger (an opened message, the homepage, a letter being written), a press (of a button, or of an entry
 * of the add-on's menu), a suggestion while one types; an `action` is a press or a suggestion, for who cannot tell. Google's question for consent is
 * right everywhere.
 */
export type AnswerKind = 'trigger' | 'press' | 'suggest' | 'action'

/** What is wrong with an answer to Google, each in a sentence that begins with where; none when it is right. */
export function checkAnswer(value: unknown, kind: AnswerKind): string[] {
  return findings(value, (wire) => {
    const has = (key: string) => typeof wire === 'object' && wire !== null && key in wire
    if (has('requesting_google_scopes')) return answerSchemas.consent
    return answerSchemas[kind === 'action' ? (has('autoComplete') ? 'suggest' : 'press') : kind]
  })
}

/** The same of one card. */
export const checkCard = (value: unknown): string[] => findings(value, () => cardSchema)

/** What Google gets is JSON: that is checked, not what it was made of. */
function findings(value: unknown, schemaOf: (wire: unknown) => z.ZodType): string[] {
  const wire = overTheWire(value)
  if (wire === undefined) return ['as a whole: is no JSON']
  const parsed = schemaOf(wire).safeParse(wire)
  return [...(parsed.success ? [] : sentencesOf(parsed.error)), ...wideFindings(wire)]
}

function overTheWire(value: unknown): unknown {
  try {
    const text = JSON.stringify(value) as string | undefined
    return text === undefined ? undefined : (JSON.parse(text) as unknown)
  } catch {
    return undefined
  }
}
