import { MailboxError, type Mailbox, type MailHost, type MailTheme, type OpenItem, type OpenMessage } from './mailbox'

/** A mailbox in memory for tests: opens what it is told, and gives a text at once, later or never. */
export function createFakeMailbox({ host, textTimeoutMs = 10_000 }: { host: MailHost; textTimeoutMs?: number }) {
  const listeners = { item: new Set<() => void>(), theme: new Set<() => void>() }
  let open: OpenItem | null = null
  let texts = new Map<string, string>()
  let delayMs: number | null = 0
  let theme: MailTheme = null
  const openMessage = () => (open?.kind === 'message' ? open.message : null)

  const mailbox: Mailbox = {
    ready: () => Promise.resolve(host),
    openItem: () => open,
    openMessage,
    async readText(key) {
      if (openMessage()?.key !== key) throw new MailboxError('other-message')
      const wait = delayMs ?? Number.POSITIVE_INFINITY
      await new Promise((resolve) => { setTimeout(resolve, Math.min(wait, textTimeoutMs)) })
      if (wait > textTimeoutMs) throw new MailboxError('too-late', `${textTimeoutMs} ms`)
      if (openMessage()?.key !== key) throw new MailboxError('other-message')
      return { text: texts.get(key) ?? '', html: null }
    },
    onItemChanged: (listener) => { listeners.item.add(listener); return () => listeners.item.delete(listener) },
    theme: () => theme,
    onThemeChanged: (listener) => { listeners.theme.add(listener); return () => listeners.theme.delete(listener) },
  }
  function showItem(item: OpenItem | null) {
    open = item
    for (const listener of listeners.item) listener()
  }
  return {
    mailbox,
    showItem,
    show(message: OpenMessage | null, text = '') {
      if (message) texts = new Map(texts).set(message.key, text)
      showItem(message && { kind: 'message', key: message.key, message })
    },
    /** How long a text takes; null is never. */
    holdText(ms: number | null) { delayMs = ms },
    turn(to: MailTheme) { theme = to; for (const listener of listeners.theme) listener() },
  }
}
