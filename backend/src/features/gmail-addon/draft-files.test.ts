import { aContact, aContext } from '@counterpane/addin-gmail/testing/sample-views'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { DraftLetter, MailSource } from '../../ports/mail-source'
import { ProviderFailure, type ProviderFailureCode } from '../../ports/provider-failure'
import { filesSaid, readDraftFiles } from './draft-files'
import { makeDraft } from './draft-from-contact'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { Visit } from './gmail-visit'

const visit = { caller: { id: 'm-olga' }, context: aContext() } as unknown as Visit
const mebibyte = 1024 ** 2
const fact = (name: string, kept = true) => ({ ...aContact().attachments[0], id: name, name, contentType: 'application/pdf', size: 1, kept })

describe('the files of a contact', () => {
  const read = async (names: string[], readFile: GmailAddonNeeds['readFile']) => readDraftFiles({ readFile }, visit, names.map((name) => fact(name)))

  it('are read only as far as there is room, in their order', async () => {
    const rooms: number[] = []
    const found = await read(['a', 'b', 'c'], async (_caller, id, { maxBytes }) => {
      rooms.push(maxBytes / mebibyte)
      return id === 'b' ? { bytes: null, why: 'tooLarge' } : { name: id, contentType: '', bytes: new Uint8Array(4 * mebibyte) }
    })
    expect(rooms).toEqual([18, 14, 14])
    expect([found.files.map(({ name }) => name), found.leftOut]).toEqual([['a', 'c'], [{ name: 'b', why: 'tooLarge' }]])
  })
  it('that somebody may not see, or that cannot be read, are left out; nothing fails', async () => {
    const found = await read(['hidden', 'broken', 'here'], async (_caller, id) => {
      if (id === 'hidden') throw new AppError('not-found')
      if (id === 'broken') throw new Error('the disk')
      return { name: id, contentType: '', bytes: new Uint8Array(1) }
    })
    expect([found.files.map(({ name }) => name), found.leftOut]).toEqual([['here'], [{ name: 'hidden', why: 'notKept' }, { name: 'broken', why: 'lost' }]])
  })
  it('that are not kept are not asked for', async () => {
    const readFile = jest.fn<ReturnType<GmailAddonNeeds['readFile']>, []>()
    expect((await readDraftFiles({ readFile }, visit, [fact('noted', false)])).leftOut).toEqual([{ name: 'noted', why: 'notKept' }])
    expect(readFile).not.toHaveBeenCalled()
  })
  it('are said in words that no name can stretch or turn round', () => {
    expect(filesSaid(1, [{ name: `${'x'.repeat(200)}.pdf`, why: 'lost' }, { name: '\u202Egpj.exe', why: 'lost' }, { name: ' ', why: 'refused' }], 'en'))
      .toEqual(['1 file is attached.', `Not attached: ${'x'.repeat(59)}…, gpj.exe (the content could not be read).`, 'Not attached: a file without a name (Gmail did not take it).'])
    expect(filesSaid(0, [], 'ru')).toEqual([])
  })
})

describe('a draft', () => {
  const conversation = { messageId: 'm@x.example', conversationId: 't-1' }
  const letter = { to: [], subject: 'S', text: 'T', files: [{ name: 'a.pdf', contentType: '', bytes: new Uint8Array(1) }], inReplyTo: conversation }
  async function tried(...failures: ProviderFailureCode[]) {
    const given: string[] = []
    const mail = { createDraft: async ({ files, inReplyTo }: DraftLetter) => {
      given.push(`${inReplyTo ? 'in its conversation' : 'alone'}, ${files.length} files`)
      const failure = failures.shift()
      if (failure) throw new ProviderFailure(failure)
      return { draftId: 'r-1', threadId: null }
    } } as Partial<MailSource> as MailSource
    const made = await makeDraft(mail, letter).then(({ filesRefused }) => (filesRefused ? 'made without files' : 'made'), (error: unknown) => (error instanceof ProviderFailure ? error.code : String(error)))
    return { made, given }
  }
  it.each<[ProviderFailureCode[], string, string[]]>([
    [[], 'made', ['in its conversation, 1 files']],
    [['gone'], 'made', ['in its conversation, 1 files', 'alone, 1 files']],
    [['timed-out'], 'made without files', ['in its conversation, 1 files', 'in its conversation, 0 files']],
    [['rejected', 'rejected'], 'made without files', ['in its conversation, 1 files', 'alone, 1 files', 'alone, 0 files']],
    [['rate-limited'], 'rate-limited', ['in its conversation, 1 files']],
    [['rejected', 'rejected', 'rejected'], 'rejected', ['in its conversation, 1 files', 'alone, 1 files', 'alone, 0 files']],
  ])('that Gmail answers with %j is %s', async (failures, made, given) => {
    expect(await tried(...failures)).toEqual({ made, given })
  })
})
