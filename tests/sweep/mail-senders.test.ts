import fs from 'node:fs'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
import { parseAddress } from '@counterpane/shared/matching/address'
import { evidenceKeys, hintKeys } from '@counterpane/shared/matching/evidence-keys'
import { otherSide } from '@counterpane/shared/matching/other-side'

// Real and broken messages that nobody on this project wrote; they lie beside the checkout and are no part of it.
const folder = path.resolve(__dirname, '../../../shared/data/mail')
const there = fs.existsSync(folder)
// skipped in words: no data folder beside the checkout
const sweep = there ? describe : describe.skip

interface Party { name: string; address: string }
interface Verdict { agree: { from: boolean; to: boolean }; from: Party[]; to: Party[] }
const verdicts = there ? (JSON.parse(fs.readFileSync(path.join(folder, 'two-parsers.json'), 'utf8')) as Record<string, Verdict>) : {}
const own = { addressKeys: new Set<string>(), domainKeys: new Set(['demo.example']) }

type Read = Record<'from' | 'to' | 'cc' | 'replyTo', Party[]>
type Grouped = { name?: string; address?: string; group?: Grouped[] }
const flat = (list: Grouped[] = []): Party[] => list.flatMap((one) => (one.group ? flat(one.group) : [{ name: one.name ?? '', address: one.address ?? '' }]))

async function byMailparser(source: Buffer): Promise<Read> {
  const mail = await simpleParser(source)
  const list = (header: typeof mail.to) => flat([header ?? []].flat().flatMap(({ value }) => value))
  return { from: list(mail.from), to: list(mail.to), cc: list(mail.cc), replyTo: list(mail.replyTo) }
}

async function byPostalMime(source: Buffer): Promise<Read> {
  const mail = await PostalMime.parse(source)
  return { from: flat(mail.from ? [mail.from] : []), to: flat(mail.to), cc: flat(mail.cc), replyTo: flat(mail.replyTo) }
}

sweep('real and broken messages', () => {
  const names = Object.keys(verdicts)
  const readers = { mailparser: byMailparser, 'postal-mime': byPostalMime }

  it('are there', () => expect(names.length).toBeGreaterThanOrEqual(210))

  it.each(Object.entries(readers))('read by %s, crash nothing and show no stranger', async (reader, read) => {
    let senders = 0
    for (const name of names) {
      const mail = await read(fs.readFileSync(path.join(folder, name)))
      const verdict = verdicts[name]
      const [from = { name: '', address: '' }] = mail.from
      const side = otherSide({ from, to: mail.to, cc: mail.cc, replyTo: mail.replyTo }, own)
      evidenceKeys(side)
      hintKeys(side)
      const keys = parseAddress(from.address)
      const agreed = verdict?.agree.from && verdict.from.length === 1 ? verdict.from[0]?.address : undefined
      // Where both parsers name one sender, that is who is asked about, unless it is no address ("moderator").
      if (agreed?.includes('@') && (reader === 'mailparser' || from.address === agreed)) {
        expect([name, keys?.address]).toEqual([name, agreed])
        expect([name, side.sender?.keys?.addressKey]).toEqual([name, keys?.addressKey])
        senders++
      }
    }
    expect(senders).toBeGreaterThanOrEqual(160)
  })
})
