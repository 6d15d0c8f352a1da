import express, { type NextFunction, Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { filesOf, gmailIdsOf, placeOfFile, readableLetters, threadHex, toGmailJson, type DemoMail, type DemoMailFile } from './demo-letters'
import type { DemoGoogle } from './demo-google'
import { createDemoDrafts } from './gmail-drafts'
import { readUpload } from './draft-upload'
import { createTroubles, refuse, type Trouble } from './gmail-troubles'

export { troubles, type Trouble } from './gmail-troubles'

const metadata = 'gmail.addons.current.message.metadata'
const action = 'gmail.addons.current.message.action'
const readonly = 'gmail.addons.current.message.readonly'
const compose = 'gmail.addons.current.action.compose'

const unsigned = { status: 401, reason: 'authError', message: 'Invalid credentials' }
const missing = { status: 404, reason: 'notFound', message: 'Requested entity was not found.' }
const unscoped = { status: 403, reason: 'insufficientPermissions', message: 'Request had insufficient authentication scopes.' }
const foreign = { status: 403, reason: 'forbidden', message: 'The access token is for another message.' }
const unclear = { status: 400, reason: 'invalidArgument', message: 'Invalid argument.' }

const tooLarge = { status: 413, reason: 'uploadTooLarge', message: 'Request Entity Too Large' }

/** Gmail takes a few megabytes of JSON, and 35 MB by upload. */
const draftLimits = { json: '5mb', upload: '35mb' } as const
const uploadBody = z.object({ message: z.object({ threadId: z.string().optional() }).optional() })
const draftBody = z.object({ message: z.object({ raw: z.string().regex(/^[\w-]+=*$/), threadId: z.string().optional() }) })

/** The part of Gmail's API that the add-on uses, as strict as the real one about both tokens and the scopes behind them, with a mailbox that keeps drafts. */
export function createGmailApiStandIn({ mail, google, clock = { now: () => new Date() } }: { mail: DemoMail; google: DemoGoogle; clock?: { now(): Date } }) {
  const trouble = createTroubles()
  const asked: { id: string; format: string }[] = []
  const router = Router()
  const letters = (): DemoMailFile[] => [...readableLetters(mail), ...drafts.sent()]
  const drafts = createDemoDrafts({ owner: mail.owner, letters })

  const noted = (format: string | null) => (request: Request, _response: Response, next: NextFunction) => {
    asked.push({ id: String(request.params.id ?? ''), format: format ?? String(request.query.format ?? 'full') })
    if (asked.length > 1_000) asked.shift()
    next()
  }
  /** What the tokens allow; null and an answer when they are none. */
  function accessOf(request: Request, response: Response) {
    const scopes = google.scopesOf(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '')
    if (!scopes) return void refuse(response, unsigned)
    return { may: (...names: string[]) => names.some((name) => scopes.some((scope) => scope.endsWith(`/${name}`))), message: google.messageOf(String(request.headers['x-goog-gmail-access-token'] ?? '')) }
  }
  const letterOf = ({ params }: Request) => letters().find((one) => [gmailIdsOf(one).hex, gmailIdsOf(one).event].includes(String(params.id)))
  const ofMessage = (message: string) => letters().find((one) => gmailIdsOf(one).event === message)

  router.get('/certs', (_request, response) => { response.set('Cache-Control', 'public, max-age=3600').json(google.jwks) })

  const users = '/gmail/v1/users/me'
  router.get(`${users}/messages/:id`, noted(null), trouble.meet, (request, response) => {
    const format = String(request.query.format ?? 'full')
    const access = accessOf(request, response)
    if (!access) return
    if (access.message === null) return refuse(response, unsigned)
    const file = letterOf(request)
    if (!file) return refuse(response, missing)
    if (!(format === 'metadata' ? access.may(metadata, action, readonly) : access.may(action, readonly))) return refuse(response, unscoped)
    if (access.message !== gmailIdsOf(file).event) return refuse(response, foreign)
    response.json(toGmailJson(file, { format, names: [request.query.metadataHeaders ?? []].flat().map(String), owner: mail.owner.address }))
  })

  router.get(`${users}/messages/:id/attachments/:fileId`, noted('attachment'), trouble.meet, async (request, response) => {
    const access = accessOf(request, response)
    if (!access) return
    if (access.message === null) return refuse(response, unsigned)
    const file = letterOf(request)
    const at = placeOfFile(String(request.params.fileId))
    const fact = file && filesOf(file)[at]
    if (!file || !fact) return refuse(response, missing)
    if (!access.may(action, readonly)) return refuse(response, unscoped)
    const open = ofMessage(access.message)
    const inOpenThread = open !== undefined && access.may(readonly) && gmailIdsOf(open).thread === gmailIdsOf(file).thread
    if (access.message !== gmailIdsOf(file).event && !inOpenThread) return refuse(response, foreign)
    const bytes = (await drafts.bytesOf(file.id, at)) ?? (await mail.bytesOf?.(file.id, at)) ?? Buffer.alloc(fact.size, 'demo ')
    response.json({ attachmentId: request.params.fileId, size: bytes.length, data: Buffer.from(bytes).toString('base64url') })
  })

  router.get(`${users}/threads/:id`, noted('thread'), trouble.meet, (request, response) => {
    const access = accessOf(request, response)
    if (!access) return
    if (!access.may(readonly)) return refuse(response, unscoped)
    if (access.message === null) return refuse(response, unsigned)
    const thread = threadHex(String(request.params.id))
    const files = letters().filter((one) => gmailIdsOf(one).thread === thread).sort((a, b) => (a.content.sentAt < b.content.sentAt ? -1 : 1))
    if (files.length === 0) return refuse(response, missing)
    if (!files.some((one) => gmailIdsOf(one).event === access.message)) return refuse(response, foreign)
    response.json({ id: thread, historyId: '1', messages: files.map((one) => toGmailJson(one, { format: String(request.query.format ?? 'full'), names: [], owner: mail.owner.address })) })
  })

  async function makeDraft(response: Response, letter: Uint8Array, threadId: string | undefined) {
    const draft = await drafts.create(letter, threadId ?? null)
    if (!draft) return refuse(response, missing)
    response.json({ id: draft.id, message: { id: `${draft.id.slice(2, 18)}`, threadId: draft.threadId, labelIds: ['DRAFT'] } })
  }
  const mayCompose = (request: Request, response: Response, next: NextFunction) => {
    const access = accessOf(request, response)
    if (!access) return
    if (!access.may(compose)) return refuse(response, unscoped)
    next()
  }
  router.post(`${users}/drafts`, noted('draft'), trouble.meet, mayCompose, express.json({ limit: draftLimits.json }), async (request, response) => {
    const body = draftBody.safeParse(request.body)
    if (!body.success) return refuse(response, unclear)
    await makeDraft(response, Buffer.from(body.data.message.raw, 'base64url'), body.data.message.threadId)
  })
  router.post(`/upload${users}/drafts`, noted('upload'), trouble.meet, mayCompose, express.raw({ type: 'multipart/related', limit: draftLimits.upload }), async (request, response) => {
    const sent = request.query.uploadType === 'multipart' ? readUpload(request.body, request.headers['content-type']) : null
    const about = uploadBody.safeParse(sent?.about)
    if (!sent || !about.success) return refuse(response, unclear)
    await makeDraft(response, sent.letter, about.data.message?.threadId)
  })
  router.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (typeof error === 'object' && error !== null && 'type' in error && error.type === 'entity.too.large') return refuse(response, tooLarge)
    next(error)
  })

  return {
    router, asked,
    /** Until it is set to 'none', or for the next `times` calls. A name of no trouble is 'none'. */
    setTrouble: (next: Trouble, times?: number) => { trouble.set(next, times) },
    /** What lies in the mailbox now: the mail's files and the letters that were sent here, with ids by `gmailIdsOf`. A page lists these. */
    letters,
    /** Drafts not sent yet, the oldest first; `openCreatedDraftActionMarkup.draftId` is the `id` of one. */
    drafts: drafts.list,
    /** A draft written in Gmail itself, of a raw letter. */
    write: drafts.create,
    /** What is attached to a draft, as a letter is composed of it. */
    filesOf: drafts.filesOf,
    /** Sends a draft: it leaves the drafts and lies among the letters, with a Message-ID of its own. Gives its id as events name it ("msg-f:…"), or null. */
    send: (draftId: string): string | null => drafts.send(draftId, clock.now()),
  }
}
export type GmailApiStandIn = ReturnType<typeof createGmailApiStandIn>
