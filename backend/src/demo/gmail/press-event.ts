import { z } from 'zod'
import type { DemoGoogle } from './demo-google'
import { demoManifests } from './demo-manifests'
import { troubles } from './gmail-troubles'
import { demoPeopleIds, type DemoPersonId, type SignedIn } from './demo-people'

const recipients = z.array(z.string().max(5_000)).max(2_000).default([])

/** What the page asks for: which endpoint of the add-on Gmail calls, about what, for whom, and what of it goes wrong. */
export const press = z.strictObject({
  endpoint: z.enum(['homepage', 'on-message', 'on-compose', 'action', 'settings', 'help', 'search']),
  /** Of an action: a button was pressed, something is being typed, or whoever asks cannot tell. */
  asks: z.enum(['press', 'suggest', 'action']).default('action'),
  message: z.string().max(100).nullable(),
  locale: z.string().max(20), timeZone: z.string().max(100), scopes: z.array(z.string().max(200)).max(20).nullish(),
  parameters: z.record(z.string(), z.string()).optional(), formInputs: z.record(z.string(), z.unknown()).optional(),
  platform: z.enum(['WEB', 'IOS', 'ANDROID', 'ANDRIOD']).default('WEB'),
  person: z.enum(demoPeopleIds).default('owner'),
  manifest: z.enum(['usual', 'conversations']).default('usual'),
  /** Whether a pressed button comes with `gmail{}`; both forms were seen. */
  email: z.enum(['given', 'left-out']).default('given'),
  /** Of the letter that is being written. */
  draft: z.strictObject({ to: recipients, cc: recipients, bcc: recipients }).nullish(),
  delayMs: z.number().int().min(0).max(30_000).default(0),
  trouble: z.enum(troubles).optional(),
  server: z.enum(['answers', 'silent']).default('answers'),
})
export type Press = z.output<typeof press>
export type AskedPress = z.input<typeof press>

export interface EventDeps { google: DemoGoogle; people: Record<DemoPersonId, SignedIn>; threadOf: (message: string) => string }

/** Minutes from UTC, as Gmail writes them in milliseconds beside the zone's name. */
function offsetOf(timeZone: string): number {
  try {
    const name = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(new Date()).find(({ type }) => type === 'timeZoneName')?.value ?? ''
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? []
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
  } catch {
    return 0
  }
}

/** Google's event object as it comes from Gmail, for this person and this message. */
export async function eventOf({ endpoint, message, locale, timeZone, scopes, manifest, parameters, formInputs, platform, person, email, draft }: Press, { google, people, threadOf }: EventDeps) {
  const granted = scopes ?? demoManifests[manifest]
  const named = granted.some((scope) => scope.endsWith('/userinfo.email'))
  // Whom a letter goes to is told under both scopes together.
  const tells = ['current.message.metadata', 'current.action.compose'].every((name) => granted.some((scope) => scope.endsWith(`/gmail.addons.${name}`)))
  const written = draft && { accessToken: google.messageToken('draft'), ...(tells && { toRecipients: draft.to, ccRecipients: draft.cc, bccRecipients: draft.bcc }) }
  const open = message !== null && { messageId: message, threadId: threadOf(message), accessToken: google.messageToken(message) }
  const gmail = endpoint === 'action' && email === 'left-out' ? null : written || open || null
  return {
    commonEventObject: { userLocale: locale, hostApp: 'GMAIL', platform, timeZone: { id: timeZone, offset: offsetOf(timeZone) }, ...(parameters && { parameters }), ...(formInputs && { formInputs }) },
    authorizationEventObject: { userOAuthToken: google.grant(granted), ...(named && { userIdToken: await google.userToken(people[person]) }), authorizedScopes: granted },
    ...(gmail && { gmail }),
  }
}
