import { describeClient } from '../../addin-outlook/src/mailbox/client-contract'
import { contractLetters, contractTextTimeoutMs, describeMailbox } from '../../addin-outlook/src/mailbox/mailbox-contract'
import { createOfficeClient } from '../../addin-outlook/src/mailbox/office-client'
import { createOfficeMailbox, themeOf } from '../../addin-outlook/src/mailbox/office-mailbox'
import type { DemoDraft } from '../../backend/src/demo/outlook/page/demo-draft'
import type { DemoMeeting } from '../../backend/src/demo/outlook/page/demo-meetings'
import { slowMs } from '../../backend/src/demo/outlook/page/office-item'
import { createOfficeStandIn } from '../../backend/src/demo/outlook/page/office-stand-in'
import type { Switches } from '../../backend/src/demo/outlook/page/stand-in-host'
import { anOfficeWithoutPage, standInItems, withoutOffice } from './stand-in-office'

afterAll(withoutOffice)

describeMailbox('Outlook', () => {
  const office = anOfficeWithoutPage()
  return { mailbox: createOfficeMailbox({ textTimeoutMs: contractTextTimeoutMs }), open: office.open, text: (speed) => { office.switches.body = speed } }
})

describeClient('Outlook', () => {
  const office = anOfficeWithoutPage()
  let draft: DemoDraft | null = null
  let meeting: DemoMeeting | null = null
  return {
    client: createOfficeClient(),
    open: office.open, select: office.select, opened: () => office.opened,
    write: (letter) => { draft = office.write(letter) },
    changeRecipients: (to) => { if (draft) draft.to = to; office.fire('recipients') },
    meet: ({ itemId, seriesId, online: _online, ...facts }, text, organising) => {
      meeting = { ...facts, itemId: itemId ?? '', seriesId: seriesId ?? '', text, organising, private: false }
      office.meet(meeting)
    },
    moveMeeting: (startsAt) => { if (meeting) meeting.startsAt = startsAt; office.fire('time') },
    refuse: (code) => { office.switches.failure = code === null ? 'none' : (String(code) as Switches['failure']) },
  }
})

async function outlook(switches: Partial<Switches> = {}) {
  const office = anOfficeWithoutPage(switches)
  const client = createOfficeClient({ textTimeoutMs: contractTextTimeoutMs, timeoutMs: contractTextTimeoutMs })
  await client.mailbox.ready()
  return { office, client }
}
const [letter] = standInItems
const as = (change: object) => ({ kind: 'message', item: { ...letter, ...change } }) as Parameters<ReturnType<typeof anOfficeWithoutPage>['stand']>[0]
const open = (client: { mailbox: ReturnType<typeof createOfficeMailbox> }) => client.mailbox.openMessage()

it('pictures inside the text are no files', async () => {
  const { office, client } = await outlook()
  office.open('Discount')
  expect(open(client)?.attachments).toEqual([{ id: 'item Discount-0', kind: 'file', name: 'price.pdf', contentType: 'application/pdf', size: 1200 }])
})

it('who sent for another stands beside the one it is from', async () => {
  const { office, client } = await outlook()
  const assistant = { name: 'Anna', address: 'anna@client.example' }
  office.stand(as({ sender: assistant }))
  expect(open(client)?.snapshot).toMatchObject({ from: contractLetters[0]?.from, sender: assistant })
  office.open('Discount')
  expect(open(client)?.snapshot.sender).toBeNull()
})

it('a letter just sent, which has no Message-ID yet, is known by its item', async () => {
  const { office, client } = await outlook()
  office.stand(as({ internetMessageId: null }))
  expect(open(client)).toMatchObject({ key: 'item Discount', snapshot: { messageId: null } })
})

it.each([['Request', 'request'], ['Canceled', 'cancelled'], ['Resp.Pos', 'accepted'], ['Resp.Neg', 'declined'], ['Resp.Tent', 'tentative']])('IPM.Schedule.Meeting.%s is a message with the word "%s"', async (rest, kind) => {
  const { office, client } = await outlook()
  const times = { startsAt: '2026-11-24T08:00:00.000Z', endsAt: '2026-11-24T09:00:00.000Z' }
  office.stand(as({ itemClass: `IPM.Schedule.Meeting.${rest}`, meeting: { ...times, location: 'Office' } }))
  expect(open(client)?.meeting).toEqual({ kind, ...times, location: 'Office' })
})

it('as many recipients are passed on as Outlook tells', async () => {
  const to = Array.from({ length: 40 }, (_, index) => ({ name: '', address: `p${index}@client.example` }))
  const { office, client } = await outlook()
  office.stand(as({ to }))
  expect(open(client)?.snapshot.to).toHaveLength(20)
})

it('one selected message is the open message, or nothing, but no selection', async () => {
  const { office, client } = await outlook()
  let told = 0
  client.mailbox.onItemChanged(() => { told++ })
  office.select(['Discount'])
  await new Promise((resolve) => { setTimeout(resolve, 20) })
  expect(told).toBeGreaterThan(0)
  expect(client.mailbox.openItem()).toBeNull()
})

it.each([['1.5'], ['1.8']] as const)('below set 1.13 (%s) several selected ones are nothing, and are not asked for', async (set) => {
  const { office, client } = await outlook({ set })
  office.select(contractLetters.map(({ subject }) => subject))
  expect(client.mailbox.openItem()).toBeNull()
  expect(client.selections.givesMessages()).toBe(false)
  await expect(client.selections.list()).rejects.toMatchObject({ code: 'not-given' })
})

it('set 1.13 lists what is selected but gives no messages', async () => {
  const { office, client } = await outlook({ set: '1.13' })
  office.select(['Discount', 'Minutes'])
  expect(await client.selections.list()).toEqual(['Discount', 'Minutes'].map((subject) => ({ itemId: `item ${subject}`, subject, kind: 'message', conversationId: null, messageId: null, hasFiles: null })))
  expect(client.selections.givesMessages()).toBe(false)
  await expect(client.selections.load('item Discount')).rejects.toMatchObject({ code: 'not-given' })
})

it('set 1.5 has letters without a place for a ticket, files without bytes, nobody else’s mailbox and no new letter', async () => {
  const { office, client } = await outlook({ set: '1.5', mailbox: 'shared' })
  office.write({ subject: 'Discount' })
  const key = client.mailbox.openItem()?.key ?? ''
  expect(client.drafts.tellsOfSending()).toBe(false)
  expect(await client.drafts.read(key)).toMatchObject({ subject: 'Discount', from: null })
  expect(await client.drafts.keptForSending(key)).toBeNull()
  await expect(client.drafts.keepForSending(key, 'ticket')).rejects.toMatchObject({ code: 'not-given' })
  office.open('Discount')
  await expect(client.files.read(open(client)?.key ?? '', 'item Discount-0')).rejects.toMatchObject({ code: 'not-given' })
  expect(await client.doors.sharedOwner()).toBeNull()
  expect(client.doors.writeLetter({ to: [], subject: '', text: '', files: [] })).toBe(false)
})

it.each([['OutlookIOS'], ['OutlookAndroid']] as const)('%s opens neither originals nor letters', async (host) => {
  const { client } = await outlook({ host })
  expect(client.doors.facts()).toMatchObject({ name: host, phone: true, sets: '1.5' })
  expect(client.doors.openOriginal('item')).toBe(false)
  expect(client.doors.writeLetter({ to: [], subject: '', text: '', files: [] })).toBe(false)
  expect(client.mailbox.theme()).toBeNull()
})

it('a shared mailbox is named', async () => {
  const { office, client } = await outlook({ mailbox: 'shared' })
  office.open('Discount')
  expect(await client.doors.sharedOwner()).toBe('info@demo.example')
})

it('a selected message that never comes gives way to the next one', async () => {
  const { office, client } = await outlook({ body: 'never' })
  office.select(['Discount', 'Minutes'])
  const first = client.selections.load('item Discount')
  await expect(first).rejects.toMatchObject({ code: 'too-late' })
  office.switches.body = 'at-once'
  expect((await client.selections.load('item Minutes')).text).toBe('Attached.')
})

it('a selected message that comes too late is given back, so that others can be had', async () => {
  const { office, client } = await outlook({ body: 'slow' })
  office.select(['Discount', 'Minutes'])
  await expect(client.selections.load('item Discount')).rejects.toMatchObject({ code: 'too-late' })
  await new Promise((resolve) => { setTimeout(resolve, slowMs) })
  office.switches.body = 'at-once'
  expect((await client.selections.load('item Minutes')).text).toBe('Attached.')
})

it('what Outlook answers about a letter after another was opened is given to nobody', async () => {
  const { office, client } = await outlook()
  const asked = new Map<string, (key: string) => Promise<unknown>>(Object.entries({ read: client.drafts.read, kept: client.drafts.keptForSending }))
  for (const [name, ask] of asked) {
    office.write({ subject: 'First' })
    const key = client.mailbox.openItem()?.key ?? ''
    await ask(key)
    const answer = ask(key)
    // The question is under way now: Office.js answers a moment later.
    for (let turn = 0; turn < 10; turn++) await Promise.resolve()
    office.write({ subject: `Second, after ${name}` })
    await expect(answer).rejects.toMatchObject({ code: 'other-message' })
  }
})

it.each([['5000'], ['9018'], ['9020']] as const)('a text that Outlook refuses with %s says so', async (failure) => {
  const { office, client } = await outlook({ failure })
  office.open('Discount')
  await expect(client.mailbox.readText(open(client)?.key ?? '')).rejects.toMatchObject({ code: 'not-given', message: expect.stringContaining(failure) as string })
})

it('a change that Outlook forgot to tell is seen when the manager comes back', async () => {
  const { office, client } = await outlook({ events: 'lost' })
  let told = 0
  client.mailbox.onItemChanged(() => { told++ })
  office.open('Discount')
  const before = told
  office.look()
  expect([before, told - before]).toEqual([0, 1])
})

it('a page outside any mail client is told from a mailbox', async () => {
  Object.assign(globalThis, { Office: createOfficeStandIn(null) })
  await expect(createOfficeMailbox().ready()).rejects.toMatchObject({ code: 'no-host' })
})

it('an Office.js that stays silent is not waited for', async () => {
  Object.assign(globalThis, { Office: { onReady: () => new Promise(() => undefined) } })
  await expect(createOfficeMailbox({ readyTimeoutMs: 20 }).ready()).rejects.toMatchObject({ code: 'no-host' })
})

it('an Office.js that never loaded is no mail client', async () => {
  withoutOffice()
  await expect(createOfficeMailbox().ready()).rejects.toMatchObject({ code: 'no-host' })
})

it.each([['#1f1f1f', 'dark'], ['#FFFFFF', 'light'], ['292929', 'dark'], [undefined, null], ['white', null]])('a background of %s is %s', (background, theme) => {
  expect(themeOf(background)).toBe(theme)
})
