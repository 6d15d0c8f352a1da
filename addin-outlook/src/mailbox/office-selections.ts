import type { SelectedItem, Selections } from './mail-client'
import { MailboxError } from './mailbox'
import { hasSet, officeCall } from './office-call'
import { type ReadMessage, textOf, toOpenMessage } from './office-message'
import { readOfficeText } from './office-text'

type Loaded = ReadMessage & Pick<Office.LoadedMessageRead, 'body' | 'unloadAsync'>
const most = 100

/** Several selected messages: their list, and each whole one after another, since Office.js holds only one loaded message at a time. */
export function createOfficeSelections({ timeoutMs = 10_000 }: { timeoutMs?: number } = {}): Pick<Selections, 'list' | 'load'> {
  let last: Promise<unknown> = Promise.resolve()

  const unload = (item: Loaded) => officeCall<void>((done) => item.unloadAsync(done), timeoutMs).catch(() => undefined)

  /** A message that comes after its time is given back at once, else none could be loaded after it. */
  function open(itemId: string) {
    let late = false
    const opened = officeCall<Loaded>((done) => Office.context.mailbox.loadItemByIdAsync(itemId, (result) => {
      if (late && String(result.status) === 'succeeded') return void unload(result.value as unknown as Loaded)
      done(result as unknown as Office.AsyncResult<Loaded>)
    }), timeoutMs)
    return opened.catch((error: unknown) => { late = true; throw error })
  }

  async function loadOne(itemId: string) {
    const item = await open(itemId)
    try {
      const message = toOpenMessage(item)
      if (!message) throw new MailboxError('not-given', 'no received or sent message')
      // Headers without their text can still be registered, and the caller says so.
      const text = await readOfficeText(item, timeoutMs).catch(() => ({ text: null, html: null }))
      return { message, ...text }
    } finally {
      await unload(item)
    }
  }

  return {
    async list() {
      if (!hasSet('1.13')) throw new MailboxError('not-given', 'no selection')
      const items = await officeCall<Office.SelectedItemDetails[]>((done) => Office.context.mailbox.getSelectedItemsAsync(done), timeoutMs)
      return items.slice(0, most).map(toSelected)
    },
    load(itemId) {
      if (!hasSet('1.15')) return Promise.reject(new MailboxError('not-given', 'no loading'))
      const turn = last.then(() => loadOne(itemId))
      last = turn.catch(() => undefined)
      return turn
    },
  }
}

const toSelected = (item: Office.SelectedItemDetails): SelectedItem => ({
  itemId: item.itemId, subject: item.subject ?? '', kind: String(item.itemType).toLowerCase() === 'appointment' ? 'meeting' : 'message',
  conversationId: textOf(item.conversationId), messageId: textOf(item.internetMessageId), hasFiles: typeof item.hasAttachment === 'boolean' ? item.hasAttachment : null,
})
