import { type SendTicket, sendTicketName } from './send-ticket'

/** The letter on its way out, as much of it as Outlook tells in time. */
export interface SentLetter { subject: string; from: SentAddress; to: SentAddress[]; cc: SentAddress[]; conversationId: string | null; text: string | null }
export interface SentAddress { name: string; address: string }

const eachMs = 3_000
const noAddress: SentAddress = { name: '', address: '' }

// Nothing here reaches beyond ES2016: classic Outlook runs it in an engine of its own, without a window.
type Asking<T> = { getAsync(done: (result: Office.AsyncResult<T>) => void): void } | undefined
function ask<T, R>(start: (done: (result: Office.AsyncResult<T>) => void) => void, otherwise: R, toAnswer: (value: T) => R): Promise<R> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(otherwise), eachMs)
    const end = (answer: R) => { clearTimeout(timer); resolve(answer) }
    try {
      start((result) => {
        try { end(String(result.status) === 'succeeded' ? toAnswer(result.value) : otherwise) } catch { end(otherwise) }
      })
    } catch { end(otherwise) }
  })
}
const askField = <T, R>(field: Asking<T>, otherwise: R, toAnswer: (value: T) => R) => ask<T, R>((done) => { if (field) field.getAsync(done); else throw new Error('no such field') }, otherwise, toAnswer)

const letter = () => Office.context.mailbox.item as unknown as Office.MessageCompose | null | undefined
const toAddress = (details: Office.EmailAddressDetails): SentAddress => ({ name: details.displayName || '', address: details.emailAddress || '' })

/** The ticket that the pane left with this letter; null when it left none. */
export async function readTicket(): Promise<SendTicket | null> {
  const item = letter()
  if (!item || !item.sessionData) return null
  const value = await ask<string, string>((done) => item.sessionData.getAsync(sendTicketName, done), '', (found) => found || '')
  try {
    const found = JSON.parse(value) as Partial<SendTicket> | null
    return found && typeof found.id === 'string' && typeof found.ticket === 'string' && typeof found.origin === 'string' ? { id: found.id, ticket: found.ticket, origin: found.origin } : null
  } catch { return null }
}

export async function readLetter(): Promise<SentLetter> {
  const item = letter()
  if (!item) return { subject: '', from: noAddress, to: [], cc: [], conversationId: null, text: null }
  const people = (field: Office.Recipients) => askField<Office.EmailAddressDetails[], SentAddress[]>(field, [], (list) => list.map(toAddress))
  const [subject, from, to, cc, text] = await Promise.all([
    askField<string, string>(item.subject, '', (found) => found || ''),
    askField<Office.EmailAddressDetails, SentAddress>(item.from, ownAddress(), toAddress), people(item.to), people(item.cc),
    ask<string, string | null>((done) => item.body.getAsync('text', done), null, (found) => found || null),
  ])
  return { subject, from, to, cc, text, conversationId: typeof item.conversationId === 'string' && item.conversationId ? item.conversationId : null }
}

function ownAddress(): SentAddress {
  const { userProfile } = Office.context.mailbox
  return { name: userProfile.displayName || '', address: userProfile.emailAddress || '' }
}
