import type { MailAddress } from '@counterpane/shared/domain/message'

/** A letter that is being written in the page. What Office.js keeps with it until it is sent lies in `session`. */
export interface DemoDraft {
  to: MailAddress[]; cc: MailAddress[]; subject: string; body: string; files: { name: string; url: string }[]; conversationId: string | null
  session: Map<string, string>
}

export const newDraft = (form: Partial<DemoDraft> = {}): DemoDraft => ({ to: [], cc: [], subject: '', body: '', files: [], conversationId: null, ...form, session: new Map() })

/** "Name <address>; address": only what looks like an address counts as resolved, as in a mail client. */
export function parseRecipients(text: string): MailAddress[] {
  return text.split(/[;,\n]/).map((part) => part.trim()).flatMap((part) => {
    const named = /^(.*?)<([^<>]+)>$/.exec(part)
    const address = (named?.[2] ?? part).trim()
    return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address) ? [{ name: (named?.[1] ?? '').replace(/^"|"\s*$/g, '').trim(), address }] : []
  })
}
export const writeRecipients = (list: readonly MailAddress[]) => list.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join('; ')
