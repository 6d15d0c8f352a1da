import { answeredMessage, trailingQuote } from '@counterpane/shared/text/quoted-tail'
import { isSpace } from '@counterpane/shared/text/text-lines'
import { signatureStart } from './signature-lines'

/** `content + folded` is the text, to the character: nothing is trimmed and nothing lost. `folded` is '' when there is nothing to fold. */
export interface FoldedMessage { content: string; folded: string }

/**
 * Divides a message into what was written now and what is folded away under it: the quoted tail and the signature. Cuts only where it is sure; an
 * answer between quotes, a forwarded message and a message that is nothing but a quote stay whole. `forwarded`: the subject says "Fwd".
 */
export function foldMessage(text: string, options: { forwarded?: boolean } = {}): FoldedMessage {
  const whole = { content: text, folded: '' }
  if (options.forwarded) return whole
  const answered = answeredMessage(text)
  if (answered === 'forwarded') return whole
  let end = answered ?? trailingQuote(text, text.length)
  if (end === text.length) end = trailingQuote(text, signatureStart(text, end))
  end = signatureStart(text, end)
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--
  const folded = text.slice(end)
  return end === 0 || folded.trim() === '' ? whole : { content: text.slice(0, end), folded }
}

const forwardPrefixes = ['fwd:', 'fw:', 'wg:', 'пер:', 'пересл:']

/** "Fwd: …": the message below is what is being passed on, so it is content. */
export function isForward(subject: string): boolean {
  const start = subject.trimStart().slice(0, 20).toLowerCase()
  return forwardPrefixes.some((prefix) => start.startsWith(prefix))
}
