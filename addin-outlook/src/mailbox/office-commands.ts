import { officeCall } from './office-call'
import { currentItem } from './open-item-key'

/** What Outlook hands to a function of the ribbon or of an event; `completed` is owed to it, once. */
export interface CommandEvent { completed(options?: { allowEvent: boolean }): void }
export type CommandName = 'registerMessage' | 'onMessageSendHandler'
/** How a function without a screen of its own speaks: under way, done, or not done. */
export type NoticeKind = 'working' | 'done' | 'failed'

const [noticeKey, longestNotice, noticeMs] = ['counterpane', 150, 5_000]
/** The manifest's 16 px picture. */
const icon = 'icon.16'

/** Gives Outlook the function that the manifest names. */
export function associate(name: CommandName, command: (event: CommandEvent) => void) {
  // In the engine of classic Outlook onReady never comes; elsewhere it has to be called for Office.js to start at all.
  if (typeof Office.onReady === 'function') void Office.onReady()
  Office.actions.associate(name, command)
}

/** A line above the open item; where there is no item, or it takes no lines, nobody hears it. */
export async function notice(kind: NoticeKind, words: string): Promise<void> {
  const message = words.length > longestNotice ? `${words.slice(0, longestNotice - 1)}…` : words
  const details: Office.NotificationMessageDetails =
    kind === 'done' ? { type: 'informationalMessage', message, icon, persistent: false } : { type: kind === 'working' ? 'progressIndicator' : 'errorMessage', message }
  await officeCall<void>((done) => {
    const item = currentItem()
    if (!item) throw new Error('no item')
    item.notificationMessages.replaceAsync(noticeKey, details, done)
  }, noticeMs).catch(() => undefined)
}
