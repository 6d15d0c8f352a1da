import type { BodyOf } from '@counterpane/shared/contract/http-client'
import type { CommandEvent } from '../mailbox/office-commands'
import { readLetter, readTicket } from '../mailbox/office-sending'
import { postJson } from './post-json'

const sendMs = 5_000
/** Whatever is still under way then, the letter goes. */
const longestMs = 12_000

/** Tells the server of a letter that its writer wanted registered. It never holds a letter back and never asks anything: Outlook hears "allowed" in every case. */
export function onMessageSend(event: CommandEvent): void {
  let answered = false
  const allow = () => {
    if (answered) return
    answered = true
    clearTimeout(timer)
    event.completed({ allowEvent: true })
  }
  const timer = setTimeout(allow, longestMs)
  tellServer().then(allow, allow)
}

async function tellServer(): Promise<void> {
  const ticket = await readTicket()
  if (!ticket) return
  const letter = await readLetter()
  const body: BodyOf<'messageSent'> = {
    ticket: ticket.ticket,
    message: {
      messageId: null, conversationId: letter.conversationId, subject: letter.subject, sentAt: new Date().toISOString(), receivedAt: null, from: letter.from, replyTo: [], to: letter.to, cc: letter.cc,
      text: letter.text, html: null, attachments: [],
    },
  }
  await postJson(`${ticket.origin}/api/send-orders/${encodeURIComponent(ticket.id)}/sent`, body, sendMs)
}
