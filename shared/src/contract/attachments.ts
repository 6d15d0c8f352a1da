import { z } from 'zod'
import { sightLevels } from '../domain/codes'
import { calendarPolicy } from './calendar'
import * as p from './parts'

/** A way back to the original message. `itemId` is the mail client's own id, given to the one in whose mailbox it lies and to nobody else. */
export const original = z.object({ manager: p.reference, client: z.enum(['outlook', 'gmail', 'api']), itemId: z.string().nullable(), messageId: z.string().nullable() })
export const originalPage = p.page(original)

/** An address from which this one file can be read without a session until `expiresAt`: for a mail client that attaches it to a letter. */
export const attachmentLink = z.object({ url: z.string(), name: z.string(), expiresAt: p.utcInstant })

/** Which files are kept with a registered message. `keep`: all of them unless unticked, only those ticked, or none. Sizes are in bytes. */
export const attachmentPolicy = z.object({
  keep: z.enum(['all', 'chosen', 'none']), maxFileBytes: z.number().int().min(0).max(1_073_741_824), maxMessageBytes: z.number().int().min(0).max(1_073_741_824),
})
/** Ready words for results, in both languages; `method` null: of any. */
export const resultTemplate = z.strictObject({ text: z.string().min(1).max(500), textRu: z.string().max(500), method: p.method.nullable() })
/** Whether digests may be sent; `available`: whether the server has a mail server to send them by. */
export const digestPolicy = z.object({ send: z.boolean() })
/** Who sees which clients: the level of everybody, and of those who work for a firm that is named. A manager of several firms has the widest of their levels. */
export const sightPolicy = z.object({ everywhere: z.enum(sightLevels), firms: z.array(z.strictObject({ firmId: p.id, level: z.enum(sightLevels) })).max(500) })
export const settings = z.object({
  attachments: attachmentPolicy, calendar: calendarPolicy, resultTemplates: z.array(resultTemplate), digests: digestPolicy.extend({ available: z.boolean() }), visibility: sightPolicy,
  /** Of all of them together: another administrator's change of any makes it another. */
  etag: z.string(),
})
export const putSettings = z.strictObject({
  attachments: attachmentPolicy.strict().optional(), calendar: calendarPolicy.strict().optional(), resultTemplates: z.array(resultTemplate).max(100).optional(), digests: digestPolicy.strict().optional(),
  visibility: sightPolicy.strict().optional(),
}).refine((value) => Object.values(value).some((one) => one !== undefined), { message: 'attachments, calendar, resultTemplates, digests, visibility, or several of them' })

/** A file put on a contact by hand: first its facts, then its bytes by `PUT /api/attachments/{id}/content`. */
export const addAttachment = z.strictObject({ name: z.string().min(1).max(1_000), contentType: z.string().max(300).optional(), size: z.number().int().min(0) })

/** What keeping a file answers: its facts as the contact shows them. `size` stays what the mail client said; the bytes' own length is that of the download. */
export const keptAttachment = z.object({ id: z.string(), name: z.string(), contentType: z.string(), size: z.number().int(), kept: z.literal(true) })
export type KeptAttachment = z.infer<typeof keptAttachment>
export type Original = z.infer<typeof original>
export type ResultTemplate = z.infer<typeof resultTemplate>
export type SightPolicy = z.infer<typeof sightPolicy>
export type AttachmentPolicy = z.infer<typeof attachmentPolicy>
