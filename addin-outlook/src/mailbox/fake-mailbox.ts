import { MailboxError, type Mailbox, type MailHost, type MailTheme, type OpenMessage } from './mailbox'

/** A mailbox in memory for tests: opens what it is told, and gives a text at once, later or never. */
export function createFakeMailbox({ host, textTimeoutMs = 10_000 }: { host: MailHost; textTimeoutMs?: number }) {
  const listeners = { message: new Set<() => void>(), theme: new Set<() => void>() }
  let open: OpenMessage | null = null
  let texts = new Map<string, string>()
  let delayMs: number | null = 0
  let theme: MailTheme = null

  const mailbox: Mailbox = {
    ready: () => Promise.resolve(host),
    openMessage: () => open,
    async readText(key) {
      if (open?.key !== key) throw new MailboxError('other-message')
      const wait = delayMs ?? Number.POSITIVE_INFINITY
      await new Promise((resolve) => { setTimeout(resolve, Math.min(wait, textTimeoutMs)) })
      if (wait > textTimeoutMs) throw new MailboxError('too-late', `${textTimeoutMs} ms`)
      if ((open as OpenMessage | null)?.key !== key) throw new MailboxError('other-message')
      return { text: texts.get(key) ?? '', html: null }
    },
    onMessageChanged: (listener) => { listeners.message.add(listener); return () => listeners.message.delete(listener) },
    theme: () => theme,
    onThemeChanged: (listener) => { listeners.theme.add(listener); return () => listeners.theme.delete(listener) },
  }
  return {
    mailbox,
    show(message: OpenMessage | null, text = '') {
      open = message
      if (message) texts = new Map(texts).set(message.key, text)
      for (const listener of listeners.message) listener()
    },
    /** How long a text takes; null is never. */
    holdText(ms: number | null) { delayMs = ms },
    turn(to: MailTheme) { theme = to; for (const listener of listeners.theme) listener() },
  }
}
