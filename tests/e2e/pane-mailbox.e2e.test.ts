import { contractLetters, contractOwner, contractTextTimeoutMs, describeMailbox } from '../../addin-outlook/src/mailbox/mailbox-contract'
import { createOfficeMailbox, themeOf } from '../../addin-outlook/src/mailbox/office-mailbox'
import { createOfficeStandIn } from '../../backend/src/demo/outlook/page/office-stand-in'
import type { StandInHost } from '../../backend/src/demo/outlook/page/stand-in-host'

const items = contractLetters.map(({ subject, messageId, from }) => ({
  itemId: `item ${subject}`, internetMessageId: messageId, conversationId: 'c', subject, createdAt: '2026-11-20T10:00:00.000Z', itemClass: 'IPM.Note', from, to: [contractOwner], cc: [],
  attachments: [{ name: 'price.pdf', contentType: 'application/pdf', size: 1200, isInline: false }, { name: 'logo.png', contentType: 'image/png', size: 300, isInline: true }], preview: '',
}))
const globals = globalThis as unknown as { Office?: unknown; window?: unknown; document?: unknown }
const eventTarget = { addEventListener: () => undefined, removeEventListener: () => undefined }

function anOutlook() {
  const listeners = { item: new Set<() => void>(), theme: new Set<() => void>(), online: new Set<() => void>() }
  let open: (typeof items)[number] | null = null
  let speed: 'at-once' | 'never' = 'at-once'
  const host: StandInHost = {
    owner: contractOwner, language: () => 'ru-RU', theme: () => 'dark', item: () => open, bodySpeed: () => speed, offline: () => false, showItem: () => undefined,
    readBody: (itemId) => Promise.resolve({ text: contractLetters.find(({ subject }) => itemId.endsWith(subject))?.text ?? '', html: null }),
    on: (event, listener) => { listeners[event].add(listener); return () => listeners[event].delete(listener) },
  }
  Object.assign(globals, { Office: createOfficeStandIn(host), window: eventTarget, document: eventTarget })
  return {
    mailbox: createOfficeMailbox({ textTimeoutMs: contractTextTimeoutMs }),
    open: (subject: string | null) => { open = items.find((item) => item.subject === subject) ?? null; for (const listener of listeners.item) listener() },
    text: (to: 'at-once' | 'never') => { speed = to },
  }
}
afterAll(() => { delete globals.Office; delete globals.window; delete globals.document })

describeMailbox('Outlook', anOutlook)

it('pictures inside the text are no files', async () => {
  const outlook = anOutlook()
  await outlook.mailbox.ready()
  outlook.open('Discount')
  expect(outlook.mailbox.openMessage()?.attachments).toEqual([{ name: 'price.pdf', contentType: 'application/pdf', size: 1200 }])
})

it('a page outside any mail client is told from a mailbox', async () => {
  Object.assign(globals, { Office: createOfficeStandIn(null) })
  await expect(createOfficeMailbox().ready()).rejects.toMatchObject({ code: 'no-host' })
})

it('an Office.js that stays silent is not waited for', async () => {
  Object.assign(globals, { Office: { onReady: () => new Promise(() => undefined) } })
  await expect(createOfficeMailbox({ readyTimeoutMs: 20 }).ready()).rejects.toMatchObject({ code: 'no-host' })
})

it.each([['#1f1f1f', 'dark'], ['#FFFFFF', 'light'], ['292929', 'dark'], [undefined, null], ['white', null]])('a background of %s is %s', (background, theme) => {
  expect(themeOf(background)).toBe(theme)
})
