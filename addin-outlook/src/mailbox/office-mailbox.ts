import { MailboxError, type Mailbox, type MailHost, type MailTheme } from './mailbox'
import { hasSet } from './office-call'
import { toOpenMessage } from './office-message'
import { createOfficePlaces } from './office-places'
import { readOfficeText } from './office-text'
import { currentItem } from './open-item-key'

interface Options { readyTimeoutMs?: number; textTimeoutMs?: number }

/** Outlook through Office.js, requirement set 1.5; everything above is looked for before it is used. */
export function createOfficeMailbox({ readyTimeoutMs = 10_000, textTimeoutMs = 10_000 }: Options = {}): Mailbox {
  const places = createOfficePlaces()

  async function ready(): Promise<MailHost> {
    // Without Office.js (its address blocked) or outside a host nothing would ever answer.
    if (typeof Office === 'undefined') throw new MailboxError('no-host', 'Office.js did not load')
    const info = await new Promise<Awaited<ReturnType<typeof Office.onReady>>>((resolve, reject) => {
      const timer = setTimeout(() => reject(new MailboxError('no-host', 'Office.js is silent')), readyTimeoutMs)
      void Office.onReady().then((told) => { clearTimeout(timer); resolve(told) })
    })
    if (!info.host || !Office.context?.mailbox) throw new MailboxError('no-host')
    const { emailAddress, displayName } = Office.context.mailbox.userProfile
    return { owner: { name: displayName ?? '', address: emailAddress ?? '' }, locale: /^ru\b/i.test(Office.context.displayLanguage ?? '') ? 'ru' : 'en' }
  }

  const openMessage = () => toOpenMessage(currentItem())

  async function readText(key: string) {
    const open = () => {
      const item = currentItem()
      if (!item || toOpenMessage(item)?.key !== key) throw new MailboxError('other-message')
      return item
    }
    const text = await readOfficeText(open(), textTimeoutMs)
    open()
    return text
  }

  function onThemeChanged(listener: () => void) {
    if (!hasSet('1.14')) return () => undefined
    Office.context.mailbox.addHandlerAsync(Office.EventType.OfficeThemeChanged, listener)
    return () => Office.context.mailbox.removeHandlerAsync(Office.EventType.OfficeThemeChanged)
  }

  return {
    ready, openItem: places.openItem, openMessage, readText, onItemChanged: places.onChanged,
    theme: () => themeOf(Office.context?.officeTheme?.bodyBackgroundColor), onThemeChanged,
  }
}

/** Dark when the background of the mail client is nearer to black than to white. */
export function themeOf(background: string | undefined): MailTheme {
  const hex = /^#?([0-9a-f]{6})/i.exec(background ?? '')?.[1]
  if (!hex) return null
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16)) as [number, number, number]
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128 ? 'dark' : 'light'
}
