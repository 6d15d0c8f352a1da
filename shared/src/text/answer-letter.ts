import type { Contact } from '../contract/contact'

/** Prefixes by which mail clients mark an answer, with their counters; a second one says nothing new. */
const answerPrefix = /^\s*(re|aw|sv|ответ|отв)\s*(\[\d+\])?\s*:/i
/** More of an earlier email is no quotation any more; Outlook takes 32 KB of HTML at most. */
const longestQuote = 6_000

/** The subject of a letter that goes on from a contact. */
export const answerSubject = ({ method, subject }: Pick<Contact, 'method' | 'subject'>): string => (method !== 'letter' || answerPrefix.test(subject) || subject.trim() === '' ? subject : `Re: ${subject}`)

/** The contact's content as a quotation below an empty beginning. */
export function quotedLetter(head: string, content: string): string {
  const text = content.trim()
  if (text === '') return ''
  const cut = text.length > longestQuote ? `${text.slice(0, longestQuote).replace(/\p{Surrogate}$/u, '')}…` : text
  return `\n\n${head}\n${cut.split(/\r?\n/).map((line) => `> ${line}`).join('\n')}\n`
}
