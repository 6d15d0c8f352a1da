import { z } from 'zod'

/** Gmail's answers as far as they are read here; https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages */
const header = z.object({ name: z.string(), value: z.string().default('') })
export const gmailPart = z.object({
  mimeType: z.string().default(''),
  filename: z.string().default(''),
  headers: z.array(header).default([]),
  body: z.object({ size: z.number().default(0), data: z.string().optional(), attachmentId: z.string().optional() }).optional(),
  /** Each is parsed when it is visited, so that depth is the walker's to bound. */
  parts: z.array(z.unknown()).default([]),
})
export const gmailMessage = z.object({
  id: z.string(),
  threadId: z.string().nullish(),
  labelIds: z.array(z.string()).default([]),
  internalDate: z.string().regex(/^-?\d{1,17}$/).optional(),
  payload: gmailPart,
})
/** Each message is parsed by itself: one that cannot be read takes no other with it. */
export const gmailThread = z.object({ id: z.string(), messages: z.array(z.unknown()).default([]) })
export const gmailAttachment = z.object({ data: z.string() })
export const gmailDraft = z.object({ id: z.string(), message: z.object({ threadId: z.string().nullish() }).optional() })

export type GmailPart = z.output<typeof gmailPart>
export type GmailMessage = z.output<typeof gmailMessage>

/** Names of headers compare without case; the first of several counts. */
export function headerOf({ headers }: Pick<GmailPart, 'headers'>, name: string): string {
  return headers.find((one) => one.name.toLowerCase() === name)?.value ?? ''
}
