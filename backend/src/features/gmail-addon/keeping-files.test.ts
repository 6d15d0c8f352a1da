import { AppError } from '@counterpane/shared/errors/app-error'
import type { AttachmentPolicy } from '@counterpane/shared/contract/attachments'
import type { OpenedContent } from '../../ports/mail-source'
import { ProviderFailure } from '../../ports/provider-failure'
import { keepFiles, pairWithContact } from './keeping-files'
import type { Visit } from './gmail-visit'

type Needs = Parameters<typeof keepFiles>[0]
const megabyte = 1024 * 1024
const fact = (name: string, size = 10) => ({ name, contentType: 'application/pdf', size })
const record = (name: string, size = 10, kept = false) => ({ id: `r-${name}`, ...fact(name, size), kept })
const visit = { caller: { id: 'm-olga' }, context: { locale: 'en' }, event: { authorizationEventObject: { userOAuthToken: 'u' }, gmail: { accessToken: 'm' } } } as unknown as Visit

interface House { policy?: Partial<AttachmentPolicy>; keepFiles?: boolean; read?: (fileId: string) => Promise<Uint8Array>; keep?: () => Promise<unknown> }
function aHouse({ policy, keepFiles: wanted = true, read = async () => new Uint8Array(10), keep = async () => undefined }: House = {}) {
  const [fetched, kept]: [string[], string[]] = [[], []]
  const file = (_message: string, fileId: string) => { fetched.push(fileId); return read(fileId) }
  const needs = {
    attachmentPolicy: () => ({ keep: 'all', maxFileBytes: 25 * megabyte, maxMessageBytes: 50 * megabyte, ...policy }), getMe: () => ({ preferences: { gmail: { visibility: 'full', keepFiles: wanted } } }),
    openMail: () => ({ file }), keepFile: async (_caller: unknown, id: string) => { await keep(); kept.push(id) },
  } as unknown as Needs
  return { needs, fetched, kept }
}
function run(house: ReturnType<typeof aHouse>, files: ReturnType<typeof fact>[], { records = files.map((one) => record(one.name, one.size)), wanted = null, visibility = 'full' }: { records?: ReturnType<typeof record>[]; wanted?: number[] | null; visibility?: 'full' | 'subject' } = {}) {
  const content = { itemId: 'x', attachments: files, fileIds: files.map(({ name }) => `f-${name}`) } as unknown as OpenedContent
  return keepFiles(house.needs, visit, { content, contact: { attachments: records, visibility }, wanted })
}

it('every file is read and kept, one after the other', async () => {
  const house = aHouse()
  expect(await run(house, [fact('a'), fact('b')])).toEqual({ kept: 2, refused: [] })
  expect([house.fetched, house.kept]).toEqual([['f-a', 'f-b'], ['r-a', 'r-b']])
})

it.each([
  ['the policy keeps what is chosen only', { policy: { keep: 'chosen' as const } }, {}], ['the policy keeps none', { policy: { keep: 'none' as const } }, {}],
  ['the manager keeps none', { keepFiles: false }, {}], ['the email is registered without its words', {}, { visibility: 'subject' as const }],
])('%s: nothing is fetched', async (_why, house, facts) => {
  const made = aHouse(house)
  expect(await run(made, [fact('a')], facts)).toEqual({ kept: 0, refused: [] })
  expect(made.fetched).toEqual([])
})

it('chosen places are kept, whatever the manager keeps otherwise', async () => {
  const house = aHouse({ policy: { keep: 'chosen' }, keepFiles: false })
  expect(await run(house, [fact('a'), fact('b'), fact('c')], { wanted: [2, 2, 9, -1] })).toEqual({ kept: 1, refused: [] })
  expect(house.kept).toEqual(['r-c'])
})

it('a file too large by its own words is never fetched; nor one for which there is no room left', async () => {
  const house = aHouse({ policy: { maxFileBytes: 5 * megabyte, maxMessageBytes: 10 * megabyte }, read: async () => new Uint8Array(4 * megabyte) })
  const { kept, refused } = await run(house, [fact('huge', 6 * megabyte), fact('first', 4 * megabyte), fact('second', 4 * megabyte), fact('third', 3 * megabyte)])
  expect(house.fetched).toEqual(['f-first', 'f-second'])
  expect(kept).toBe(2)
  expect(refused).toEqual([{ name: 'huge', why: 'A file that is kept may have at most 5 MB' }, { name: 'third', why: 'The files kept of one email may have at most 10 MB together' }])
})

it('of one email 25 MB are read at most', async () => {
  const house = aHouse({ read: async () => new Uint8Array(12 * megabyte) })
  const { refused } = await run(house, [fact('a', 12 * megabyte), fact('b', 12 * megabyte), fact('c', 12 * megabyte)])
  expect(house.fetched).toEqual(['f-a', 'f-b'])
  expect(refused).toEqual([{ name: 'c', why: 'The files kept of one email may have at most 25 MB together' }])
})

it('what is kept already is not fetched again', async () => {
  const house = aHouse()
  expect(await run(house, [fact('a')], { records: [record('a', 10, true)] })).toEqual({ kept: 1, refused: [] })
  expect(house.fetched).toEqual([])
})

it('one that fails is named with its reason and stops no other', async () => {
  const failures: Record<string, Error> = { 'f-late': new ProviderFailure('timed-out'), 'f-gone': new ProviderFailure('gone'), 'f-big': new ProviderFailure('too-large'), 'f-odd': new ProviderFailure('temporary'), 'f-bug': new Error('token ya29.secret') }
  const house = aHouse({ read: (id) => (failures[id] ? Promise.reject(failures[id]) : Promise.resolve(new Uint8Array(1))) })
  const { kept, refused } = await run(house, ['late', 'gone', 'big', 'odd', 'bug', 'fine', ''].map((name) => fact(name)))
  expect(kept).toBe(2)
  expect(refused.map(({ why }) => why)).toEqual(['Gmail did not give it in time', 'it is no longer in Gmail', 'A file that is kept may have at most 25 MB', 'Gmail did not give it', expect.not.stringContaining('ya29')])
})

it('a refusal of the house comes in its own sentence, and no failure reaches the registration', async () => {
  const refuse = aHouse({ keep: () => Promise.reject(new AppError('file-refused', { detail: 'Other content is kept for this file already' })) })
  expect((await run(refuse, [fact('a')])).refused).toEqual([{ name: 'a', why: 'Other content is kept for this file already' }])
  const broken = { ...aHouse().needs, attachmentPolicy: () => { throw new Error('down') } }
  await expect(run({ needs: broken, fetched: [], kept: [] }, [fact('a')])).resolves.toEqual({ kept: 0, refused: [] })
})

it('no more files are begun after fifteen seconds', async () => {
  let now = 1_000_000
  jest.spyOn(Date, 'now').mockImplementation(() => now)
  const house = aHouse({ read: async () => { now += 8_000; return new Uint8Array(1) } })
  const { kept, refused } = await run(house, ['a', 'b', 'c'].map((name) => fact(name)))
  jest.restoreAllMocks()
  expect([kept, refused.map(({ name }) => name)]).toEqual([2, ['c']])
})

describe('files of an email and of the contact that a colleague made of it', () => {
  const named = (pairs: ({ id: string } | null)[]) => pairs.map((one) => one?.id ?? null)
  it('belong together by name and size, whatever the order', () => {
    expect(named(pairWithContact([fact('a', 1), fact('a', 2), fact('b', 3)], [record('b', 3), { ...record('a', 2), id: 'a2' }, { ...record('a', 1), id: 'a1' }]))).toEqual(['a1', 'a2', 'r-b'])
  })
  it('belong together by a name that only one has, where mail clients tell sizes differently', () => {
    expect(named(pairWithContact([fact('a', 1), fact('b', 3)], [record('b', 4_100), record('a', 2_000)]))).toEqual(['r-a', 'r-b'])
    expect(named(pairWithContact([fact('a', 1)], [record('a', 2), { ...record('a', 3), id: 'other' }]))).toEqual([null])
  })
})
