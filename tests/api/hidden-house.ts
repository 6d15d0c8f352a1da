import { openConnection } from '@counterpane/backend/platform/db/connection'
import { createTextCatchUp } from '@counterpane/backend/platform/db/text-catch-up'
import { createLogger } from '@counterpane/backend/platform/log/logger'
import { wordsSeen } from '@counterpane/backend/platform/words-seen'
import type { Visibility } from '@counterpane/shared/domain/codes'
import { defaultNow } from '../../backend/prisma/seed/seed-plan'
import { aContactPerson, aCounterparty, aManager, insertBuilt } from '../support/builders'
import { aLetter } from '../support/letters'
import { startSmtpHouse } from '../support/smtp-house'
import { createTestClock } from '../support/test-clock'
import { startTestServer } from '../support/test-server'

/** How a contact may be kept from others; the first is the one that everybody reads. */
export const kinds = {
  open: { private: false, visibility: 'full' }, priv: { private: true, visibility: 'full' }, subj: { private: false, visibility: 'subject' },
  fact: { private: false, visibility: 'fact' }, both: { private: true, visibility: 'subject' },
} as const satisfies Record<string, { private: boolean; visibility: Visibility }>
export type Kind = keyof typeof kinds
export const kindNames = Object.keys(kinds) as Kind[]

/** Where words stand. */
export const places = ['subject', 'content', 'result', 'comment', 'detail', 'file', 'bytes'] as const
export type Place = (typeof places)[number]
export const word = (kind: Kind, place: Place) => `xq${kind}${place}`

/** Who looks: Olga wrote them, Peter is their manager, Elena takes part, Anna is the manager of the clients and takes no part. */
export const viewers = { writer: 'olga', manager: 'peter', participant: 'elena', colleague: 'anna', lead: 'ivan', administrator: 'admin' } as const
export type Viewer = keyof typeof viewers
export const emailOf = (viewer: Viewer) => `${viewers[viewer]}@demo.example`

/** What product.md says, asked of the one rule. */
export function mayRead(viewer: Viewer, kind: Kind, place: Place): boolean {
  const seen = wordsSeen({ ...kinds[kind], registeredBy: { id: 'm-olga' }, manager: { id: 'm-peter' }, managers: [{ id: 'm-peter' }, { id: 'm-elena' }] }, `m-${viewers[viewer]}`)
  return seen === 'all' || (seen === 'subject' && place === 'subject')
}

export const ids = { client: (kind: Kind) => `cp-h-${kind}`, lone: (kind: Kind) => `cp-l-${kind}`, person: (kind: Kind) => `p-h-${kind}` }
export const secret = 'a secret of at least thirty-two characters'
export const now = new Date(defaultNow)
export const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString()

/** A house with the same contacts five times over, each time kept from others in another way. Its clock stands still. */
export async function startHiddenHouse() {
  const smtp = await startSmtpHouse()
  const clock = { ...createTestClock(), now: () => new Date(now) }
  const server = await startTestServer({ seed: 'team', demo: true, clock, settings: { COUNTERPANE_SECRET: secret, SMTP_URL: smtp.url, SMTP_FROM: 'crm@demo.example' } })
  /** As another program writes: behind the server's back. */
  function behind<T>(work: (connection: ReturnType<typeof openConnection>) => T): T {
    const connection = openConnection(server.databasePath)
    try { return work(connection) } finally { connection.close() }
  }
  behind((connection) => {
    const anna = aManager({ id: 'm-anna' })
    for (const kind of kindNames) {
      const client = aCounterparty({ id: ids.client(kind), name: `Client H ${kind}`, manager: anna, addresses: [`who@${kind}h.example`], domains: [`${kind}h.example`] })
      insertBuilt(connection, client, aCounterparty({ id: ids.lone(kind), name: `Client L ${kind}`, manager: anna, domains: [`${kind}l.example`] }), aContactPerson({ id: ids.person(kind), name: `Person ${kind}`, counterparty: client, addresses: [`p@${kind}h.example`] }))
    }
  })
  const olga = await server.as('olga@demo.example')
  const contacts: Record<string, Kind> = {}
  const files: Record<string, Kind> = {}
  const letters = Object.fromEntries(kindNames.map((kind) => [kind, aLetter({ messageId: `<${kind}@hidden.example>`, conversationId: `talk-${kind}`, subject: `${word(kind, 'subject')} letter`, text: word(kind, 'content'), sentAt: at(-50), from: { name: 'Who', address: `p@${kind}h.example` }, to: [{ name: '', address: 'olga@demo.example' }], attachments: [] })])) as Record<Kind, ReturnType<typeof aLetter>>
  for (const kind of kindNames) {
    const words = { subject: `${word(kind, 'subject')} of`, content: word(kind, 'content'), result: word(kind, 'result'), comment: word(kind, 'comment'), attributes: { what: word(kind, 'detail') } }
    const base = { ...kinds[kind], ...words, managerId: 'm-peter', counterpartyId: ids.client(kind), personIds: [ids.person(kind)], direction: 'outgoing' as const }
    const made = [
      await olga('createContact', { body: { ...base, startsAt: at(-60), method: 'call', status: 'held' } }),
      await olga('createContact', { body: { ...base, startsAt: at(-1_500), method: 'call', status: 'planned', durationMinutes: 10 } }),
      await olga('createContact', { body: { ...base, startsAt: at(-1_560), method: 'meeting', status: 'planned', durationMinutes: 30 } }),
      await olga('createContact', { body: { ...base, startsAt: at(10), method: 'call', status: 'planned', durationMinutes: 10 } }),
      await olga('createContact', { body: { ...base, counterpartyId: ids.lone(kind), personIds: [], startsAt: at(-70), method: 'call', status: 'held', state: 1 } }),
      (await olga('registerMessage', { body: { message: letters[kind], ...kinds[kind], comment: word(kind, 'comment') } })).contact,
      // Of somebody who is nobody's.
      (await olga('registerMessage', { body: { message: { ...letters[kind], messageId: `<${kind}@nobody.example>`, conversationId: `nobody-${kind}`, from: { name: 'Nobody', address: `p@${kind}u.example` } }, ...kinds[kind], comment: word(kind, 'comment') } })).contact,
    ]
    for (const { id, etag } of made) {
      contacts[id] = kind
      if (made.slice(-2).some((one) => one.id === id)) await olga('patchContact', { id, ifMatch: etag, body: { managerId: 'm-peter', subject: `${word(kind, 'subject')} letter`, content: word(kind, 'content'), result: word(kind, 'result'), attributes: { what: word(kind, 'detail') } } })
      const file = await olga('addAttachment', { id, body: { name: `${word(kind, 'file')}.txt`, contentType: 'text/plain', size: 20 } })
      await server.raw('PUT', `/api/attachments/${file.id}/content`, { as: 'olga@demo.example', body: word(kind, 'bytes'), headers: { 'content-type': 'application/octet-stream' } })
      files[file.id] = kind
    }
    await olga('patchContact', { id: made[0]!.id, ifMatch: '*', body: { subject: `${word(kind, 'subject')} again`, result: `${word(kind, 'result')} again`, content: `${word(kind, 'content')} again`, comment: `${word(kind, 'comment')} again`, attributes: { what: `${word(kind, 'detail')} again` } } })
    for (const managerId of ['m-anna', 'm-olga', 'm-elena', 'm-peter']) await olga('createTask', { body: { kind: 'task', title: `Task of ${kind}`, dueAt: at(30), managerId, contactId: made[0]!.id, counterpartyId: ids.client(kind) } })
  }
  const { id: segmentId } = await olga('createSegment', { body: { name: 'Kept', shared: true } })
  await olga('changeMembers', { id: segmentId, body: { add: kindNames.map((kind) => ids.client(kind)) } })
  behind((connection) => { for (const id of Object.keys(contacts)) connection.prepare("INSERT OR IGNORE INTO ContactManager (contactId, managerId, position) VALUES (?, 'm-elena', 9)").run(id) })
  return {
    server, smtp, olga, contacts, files, letters, segmentId, behind,
    /** The same house with other words wherever `kind` keeps them from Anna; `''`: none at all. */
    async reword(words: string) {
      behind((connection) => {
        const hidden = (['subject', 'content', 'result', 'comment', 'detail', 'file'] as const).flatMap((place) => kindNames.filter((kind) => !mayRead('colleague', kind, place)).map((kind) => word(kind, place)))
        for (const [table, columns] of [['Contact', ['subject', 'content', 'result', 'comment', 'attributes']], ['Attachment', ['name']], ['AuditEntry', ['before', 'after']]] as const) {
          for (const column of columns) for (const one of hidden) connection.prepare(`UPDATE ${table} SET ${column} = replace(${column}, ?, ?) WHERE ${column} LIKE ?`).run(one, words === '' ? '' : one.replace('xq', words), `%${one}%`)
        }
        if (words === '') {
          for (const [id, kind] of Object.entries(contacts)) if (!mayRead('colleague', kind, 'file')) connection.prepare(`UPDATE Contact SET content = '', result = '', comment = '', attributes = '{}'${mayRead('colleague', kind, 'subject') ? '' : ", subject = ''"} WHERE id = ?`).run(id)
          for (const [id, kind] of Object.entries(files)) if (!mayRead('colleague', kind, 'file')) connection.prepare('DELETE FROM Attachment WHERE id = ?').run(id)
        }
        connection.exec('UPDATE ContactText SET docId = NULL')
      })
      await createTextCatchUp({ db: server.db, log: createLogger('silent') }).all()
    },
    async close() { await server.close(); await smtp.close() },
  }
}
export type HiddenHouse = Awaited<ReturnType<typeof startHiddenHouse>>
