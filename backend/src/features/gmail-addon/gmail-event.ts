import { z } from 'zod'
import type { Locale } from '@counterpane/shared/domain/codes'
import { knownZone } from '@counterpane/addin-gmail/quick-times'

/**
 * Google's event object, as far as it is read. Unknown keys are Google's own business; a field of an unknown shape counts as absent, so that
 * nothing new of theirs breaks a card. https://developers.google.com/workspace/add-ons/concepts/event-objects
 */
const optionalText = z.string().max(20_000).optional().catch(undefined)
/** Goes into buttons, where nothing else than an id has room. */
const messageId = z.string().regex(/^[!-~]{1,300}$/).optional().catch(undefined)
/** Of the letter that is being written; Gmail sends none to more than 2,000. What is no address, or longer than any, leaves the others be. */
const recipientsMax = 2_000
const isRecipient = (value: unknown): value is string => typeof value === 'string' && value.length <= 2_000
const recipients = z.array(z.unknown()).transform((list) => list.slice(0, recipientsMax).filter(isRecipient)).optional().catch(undefined)
const int64 = z.union([z.string().regex(/^-?\d{1,17}$/).transform(Number), z.number().int()])
const formInput = z.object({
  stringInputs: z.object({ value: z.array(z.string()).catch([]) }).optional().catch(undefined),
  dateTimeInput: z.object({ msSinceEpoch: int64 }).optional().catch(undefined),
  dateInput: z.object({ msSinceEpoch: int64 }).optional().catch(undefined),
}).catch({})
const common = z.object({
  // The documentation once printed ANDRIOD, and clients were seen to send it.
  platform: z.enum(['WEB', 'IOS', 'ANDROID', 'ANDRIOD']).optional().catch(undefined),
  userLocale: z.string().max(100).optional().catch(undefined),
  timeZone: z.object({ id: z.string().max(100).optional() }).optional().catch(undefined),
  parameters: z.record(z.string(), z.string().max(4_000)).optional().catch(undefined),
  formInputs: z.record(z.string(), formInput).optional().catch(undefined),
})
const event = z.object({
  commonEventObject: common.catch({}).default({}),
  authorizationEventObject: z.object({ userOAuthToken: optionalText, userIdToken: optionalText, authorizedScopes: z.array(z.string()).max(100).optional().catch(undefined) }).catch({}).default({}),
  gmail: z.object({ messageId, threadId: optionalText, accessToken: optionalText, toRecipients: recipients, ccRecipients: recipients, bccRecipients: recipients }).catch({}).default({}),
}).catch({ commonEventObject: {}, authorizationEventObject: {}, gmail: {} })

export type GmailEvent = z.output<typeof event>

export const readEvent = (body: unknown): GmailEvent => event.parse(body)

export const localeOfEvent = ({ commonEventObject: { userLocale } }: GmailEvent): Locale => (/^ru\b/i.test(userLocale ?? '') ? 'ru' : 'en')
export const zoneOfEvent = ({ commonEventObject: { timeZone } }: GmailEvent): string => knownZone(timeZone?.id)

/** What was typed; '' when the field is absent, as Gmail leaves out empty ones. */
export function textInput({ commonEventObject: { formInputs } }: GmailEvent, name: string): string {
  return (formInputs?.[name]?.stringInputs?.value[0] ?? '').replaceAll('\0', '').replace(/\p{Surrogate}/gu, '').trim()
}

/** Every chosen value of a list with checks, or of a switch. */
export function chosenInputs({ commonEventObject: { formInputs } }: GmailEvent, name: string): string[] {
  return formInputs?.[name]?.stringInputs?.value ?? []
}

/** The picked moment, or null. */
export function momentInput({ commonEventObject: { formInputs } }: GmailEvent, name: string): Date | null {
  const ms = formInputs?.[name]?.dateTimeInput?.msSinceEpoch ?? formInputs?.[name]?.dateInput?.msSinceEpoch
  return ms === undefined || ms < 0 || ms > Date.UTC(9999, 11, 31) ? null : new Date(ms)
}

/** Whether a text input asks while one types: it takes suggestions and nothing else, not even a card that says what went wrong. */
export const isSuggesting = ({ commonEventObject: { parameters } }: GmailEvent): boolean => parameters?.action?.startsWith('suggest') === true
