import fs from 'node:fs'
import path from 'node:path'
import { parseAddress } from '@counterpane/shared/matching/address'
import { parseAddressList } from '@counterpane/shared/matching/address-list'

// Cases that nobody on this project wrote; they lie beside the checkout and are no part of it.
const folder = path.resolve(__dirname, '../../../shared/data/addresses')
const there = fs.existsSync(folder)
// skipped in words: no data folder beside the checkout
const sweep = there ? describe : describe.skip
const text = (name: string) => (there ? fs.readFileSync(path.join(folder, name), 'utf8') : '')
const json = <T>(name: string, otherwise: T): T => (there ? (JSON.parse(text(name)) as T) : otherwise)

interface Listed { name?: string | null; address?: string | null; group?: Listed[]; addresses?: Listed[] }
const flat = (list: Listed[]): string[] => list.flatMap((one) => flat(one.group ?? one.addresses ?? []).concat(one.address ?? []))
const readAddresses = (header: string) => parseAddressList(header).flatMap(({ keys }) => (keys ? [keys.address] : []))

sweep('isemail’s 164 addresses', () => {
  const entity = (value: string) => value.replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16))).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  const control = (value: string) => value.replace(/[\u2400-\u241f]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0x2400))
  const cases = text('isemail-dominicsayers-tests.xml').split(/<test id="\d+">/).slice(1).map((one) => [/<address>([^<]*)</.exec(one)?.[1] ?? '', /<category>(\w+)/.exec(one)?.[1] ?? ''] as const).map(([raw, category]) => ({ raw: control(entity(raw)), category }))
  const read = (category: string) => cases.filter((one) => one.category === category).map(({ raw }) => [raw, parseAddress(raw)] as const)

  it('are all read without a crash, and none is taken for another', () => {
    expect(cases).toHaveLength(164)
    for (const { raw } of cases) {
      const keys = parseAddress(raw)
      if (keys) expect(raw.replace(/\([^()]*\)/g, '').toLowerCase()).toContain(keys.address.toLowerCase())
      if (keys) expect(parseAddress(keys.addressKey)?.addressKey).toBe(keys.addressKey)
    }
  })

  it.each(['ISEMAIL_VALID_CATEGORY', 'ISEMAIL_DNSWARN', 'ISEMAIL_RFC5321'])('are people when the category is %s', (category) => {
    expect(read(category).filter(([, keys]) => keys === null).map(([raw]) => raw)).toEqual([])
  })
})

sweep('nodemailer’s own cases', () => {
  interface Case { title: string; input: string; expected?: Listed[]; nodemailer_result?: Listed[] }
  const { cases, recorded } = json<{ cases: Case[]; recorded: Case[] }>('nodemailer-addressparser.json', { cases: [], recorded: [] })

  it('give nobody whom nodemailer does not read', () => {
    expect(cases.length + recorded.length).toBe(90)
    for (const { input, expected, nodemailer_result: result, title } of [...cases, ...recorded]) {
      const known = flat(expected ?? result ?? [])
      expect({ title, strangers: readAddresses(input).filter((address) => !known.includes(address)) }).toEqual({ title, strangers: [] })
    }
  })
})

sweep('mailparser’s forged senders', () => {
  const { cases } = json<{ cases: { title: string; source: string; expect: string[] }[] }>('mailparser-address-security.json', { cases: [] })

  it('are never taken for the address in the encoded words', () => {
    expect(cases).toHaveLength(5)
    const senders = cases.map(({ source }) => readAddresses(/^From: (.*)$/m.exec(source)?.[1]?.trim() ?? ''))
    expect(senders).toEqual([[], ['test@example.com'], [], ['sender@example.com'], ['user%attacker.com@microsoft.com']])
  })
})

sweep('stalwart’s 60 address headers', () => {
  const cases = json<{ header: string; expected: Record<string, Listed[]> }[]>('stalwart-header-address.json', [])

  it('give nobody whom stalwart does not read, and nearly everybody whom it does', () => {
    let same = 0
    const strangers: string[] = []
    for (const { header, expected } of cases) {
      const known = flat(Object.values(expected ?? {}).flat())
      const read = readAddresses(header)
      strangers.push(...read.filter((address) => !known.includes(address)).map((address) => `${header} ${address}`))
      if (read.join() === known.join()) same++
    }
    expect(strangers).toEqual([])
    expect(same).toBeGreaterThanOrEqual(43) // the others: comments within an address, and the http: and mailto: of mailing lists
  })

  it.each(['received', 'content_type', 'unstructured', 'list', 'id', 'date'])('headers that hold no addresses (%s) crash nothing', (kind) => {
    const headers = json<{ header: string }[]>(`stalwart-header-${kind}.json`, [])
    for (const { header } of headers) expect(Array.isArray(parseAddressList(header))).toBe(true)
  })
})
