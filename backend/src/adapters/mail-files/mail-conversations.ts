import { createHash } from 'node:crypto'

/** `<…>` of a header like References, in their order; what is no id is left out. */
export function messageIdsOf(text: string): string[] {
  const ids: string[] = []
  const source = text.slice(0, 100_000)
  for (let open = source.indexOf('<'); open !== -1;) {
    const close = source.indexOf('>', open)
    if (close === -1) break
    const id = source.slice(open, close + 1)
    if (id.length > 2 && id.length < 1_000 && !/\s/.test(id)) ids.push(id)
    open = source.indexOf('<', close)
  }
  return ids
}

export const opaqueId = (...parts: string[]): string => createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22)

interface Linked { id: string; inReplyTo: string | null; references: readonly string[]; snapshot: { messageId: string | null } }

/** The oldest message that this one names; the subject has no say, since two clients write "Invoice" about two things. */
export const conversationOf = (message: Linked): string =>
  opaqueId('conversation', message.references[0] ?? message.inReplyTo ?? message.snapshot.messageId ?? message.id)

/** One id per conversation over a whole folder, also when some of its messages name only the one they answer. Gives the conversation of each message by its own id. */
export function conversationsOf(messages: readonly Linked[]): Map<string, string> {
  const parent = new Map<string, string>()
  const root = (id: string): string => {
    let top = id
    while ((parent.get(top) ?? top) !== top) top = parent.get(top) ?? top
    for (let at = id; at !== top;) {
      const next = parent.get(at) ?? top
      parent.set(at, top)
      at = next
    }
    return top
  }
  const own = (message: Linked) => message.snapshot.messageId ?? message.id
  for (const message of messages) {
    const ids = [...message.references, ...(message.inReplyTo === null ? [] : [message.inReplyTo]), own(message)]
    const top = root(ids[0] ?? message.id)
    for (const id of ids) parent.set(root(id), top)
  }
  return new Map(messages.map((message) => [message.id, opaqueId('conversation', root(own(message)))]))
}
