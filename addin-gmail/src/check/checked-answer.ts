import { z } from 'zod'
import { openLink } from './checked-actions'
import { cardSchema } from './checked-card'
import { neededPlainText, plainText } from './checked-texts'
import { exactlyOne } from './exactly-one'

const navigation = z.strictObject({
  pushCard: cardSchema.optional(), updateCard: cardSchema.optional(), pop: z.literal(true).optional(), popToRoot: z.literal(true).optional(), popToCard: neededPlainText.optional(),
}).check(exactlyOne('pushCard', 'updateCard', 'pop', 'popToRoot', 'popToCard'))
const actionOf = <N extends z.ZodType>(navigations: N) => z.strictObject({ navigations, notification: z.strictObject({ text: neededPlainText }).optional(), link: openLink.optional() })

const recipients = z.array(z.strictObject({ email: neededPlainText }))
const gmailAction = z.strictObject({
  openCreatedDraftActionMarkup: z.strictObject({ draftId: neededPlainText, draftThreadId: neededPlainText.optional() }).optional(),
  updateDraftActionMarkup: z.strictObject({
    updateBody: z.strictObject({
      insertContents: z.array(z.strictObject({ content: plainText, contentType: z.enum(['TEXT', 'MUTABLE_HTML', 'IMMUTABLE_HTML']) })).min(1, 'inserts nothing'), type: z.enum(['IN_PLACE_INSERT']),
    }).optional(),
    updateSubject: z.strictObject({ subject: plainText }).optional(), updateToRecipients: z.strictObject({ toRecipients: recipients }).optional(),
    updateCcRecipients: z.strictObject({ ccRecipients: recipients }).optional(), updateBccRecipients: z.strictObject({ bccRecipients: recipients }).optional(),
  }).refine((changes) => Object.keys(changes).length > 0, 'changes nothing').optional(),
}).check(exactlyOne('openCreatedDraftActionMarkup', 'updateDraftActionMarkup'))

/** An opened message, a letter being written, the homepage: one card is laid there, and nothing else is done. */
const trigger = z.strictObject({ action: actionOf(z.array(z.strictObject({ pushCard: cardSchema })).length(1, 'lays exactly one card')) })

const press = z.strictObject({
  renderActions: z.strictObject({ action: actionOf(z.array(navigation).min(1, 'goes nowhere').optional()).optional(), hostAppAction: z.strictObject({ gmailAction }).optional() })
    .refine(({ action = {}, hostAppAction }) => Boolean(hostAppAction ?? action.navigations ?? action.notification ?? action.link), 'does nothing'),
  stateChanged: z.boolean().optional(),
})

const suggest = z.strictObject({ autoComplete: z.strictObject({ items: z.array(z.strictObject({ text: neededPlainText })) }) })

/** Google's question to its person, in Google's spelling; every endpoint may answer with it. */
const consent = z.strictObject({
  requesting_google_scopes: z.strictObject({
    scopes: z.array(z.string().regex(/^https:\/\/www\.googleapis\.com\/auth\/[a-z.]+$/, 'is no scope of Google')).min(1, 'asks for nothing').refine((scopes) => new Set(scopes).size === scopes.length, 'asks for a scope twice').optional(),
    all_scopes: z.literal(true).optional(),
  }).check(exactlyOne('scopes', 'all_scopes')),
})

export const answerSchemas = { trigger, press, suggest, consent } as const
export type CheckedAnswer = z.infer<typeof trigger> | z.infer<typeof press> | z.infer<typeof suggest> | z.infer<typeof consent>
