import { contractLetters, contractOwner } from '../../addin-outlook/src/mailbox/mailbox-contract'
import { type DemoDraft, newDraft } from '../../backend/src/demo/outlook/page/demo-draft'
import type { DemoMeeting } from '../../backend/src/demo/outlook/page/demo-meetings'
import { createOfficeStandIn } from '../../backend/src/demo/outlook/page/office-stand-in'
import type { Notice, StandInEvent, StandInHost, Standing, Switches } from '../../backend/src/demo/outlook/page/stand-in-host'

const globals = globalThis as unknown as { Office?: unknown; window?: unknown; document?: unknown }
const usual: Switches = { set: '1.16', host: 'OutlookWebApp', body: 'at-once', failure: 'none', dialogs: 'open', mailbox: 'own', storage: 'works', ready: 'at-once', events: 'told' }

/** The letters of the contract as they lie in the stand-in's mailbox. */
export const standInItems = contractLetters.map(({ subject, messageId, from }) => ({
  itemId: `item ${subject}`, internetMessageId: messageId, conversationId: 'c', subject, createdAt: '2026-11-20T10:00:00.000Z', itemClass: 'IPM.Note', from, to: [contractOwner], cc: [],
  attachments: [{ name: 'price.pdf', contentType: 'application/pdf', size: 1200, isInline: false }, { name: 'logo.png', contentType: 'image/png', size: 300, isInline: true }], preview: '',
}))

/** The stand-in's Office.js without its page, in this process: what stands open is set by hand. */
export function anOfficeWithoutPage(switches: Partial<Switches> = {}) {
  const listeners = new Map<StandInEvent, Set<() => void>>()
  const heardBy = { focus: new Set<() => void>(), visibilitychange: new Set<() => void>() }
  const now = { ...usual, ...switches }
  const opened = { originals: [] as string[], letters: [] as { subject: string; to: string[] }[] }
  const notices = new Map<string, Notice>()
  let standing: Standing | null = null
  let selected: typeof standInItems = []
  const fire = (event: StandInEvent) => { for (const listener of [...(listeners.get(event) ?? [])]) listener() }
  const host: StandInHost = {
    owner: contractOwner, language: () => 'ru-RU', theme: () => 'dark', switches: () => now, standing: () => standing, selected: () => selected, offline: () => false,
    find: (itemId) => standInItems.find((item) => item.itemId === itemId) ?? null,
    readBody: (itemId) => Promise.resolve({ text: contractLetters.find(({ subject }) => itemId.endsWith(subject))?.text ?? '', html: null }),
    showItem: (itemId) => { opened.originals.push(itemId) }, newLetter: ({ subject = '', to = [] }) => { opened.letters.push({ subject, to: to.map(({ address }) => address) }) },
    notices: () => [...notices.values()], notify: (key, notice) => { if (notice) notices.set(key, notice); else notices.delete(key) },
    associate: () => undefined, closePane: () => undefined,
    on: (event, listener) => { listeners.set(event, (listeners.get(event) ?? new Set()).add(listener)); return () => listeners.get(event)?.delete(listener) },
  }
  const target = { addEventListener: (name: keyof typeof heardBy, listener: () => void) => heardBy[name].add(listener), removeEventListener: (name: keyof typeof heardBy, listener: () => void) => heardBy[name].delete(listener) }
  Object.assign(globals, { Office: createOfficeStandIn(host), window: target, document: target })

  function stand(next: Standing | null, several: typeof standInItems = []) {
    standing = next
    selected = several
    if (now.events === 'lost') return
    fire('item')
    fire('selection')
  }
  return {
    switches: now, opened, notices, fire,
    stand,
    open(subject: string | null) {
      const item = standInItems.find((one) => one.subject === subject)
      stand(item ? { kind: 'message', item } : null, item ? [item] : [])
    },
    select: (subjects: readonly string[]) => stand(null, subjects.flatMap((subject) => standInItems.filter((item) => item.subject === subject))),
    write: (letter: Partial<DemoDraft>) => { const draft = newDraft(letter); stand({ kind: 'draft', draft }); return draft },
    meet: (meeting: DemoMeeting) => stand({ kind: 'meeting', meeting }),
    /** The manager comes back to the pane. */
    look: () => { for (const listener of heardBy.focus) listener() },
  }
}
export function withoutOffice() {
  delete globals.Office
  delete globals.window
  delete globals.document
}
