import { z } from 'zod'
import { action, imageAddress, openLink } from './checked-actions'
import { markup, plainText } from './checked-texts'
import { exactlyOne } from './exactly-one'

/** https://developers.google.com/apps-script/reference/card-service/icon; material icons are for Chat. */
const knownIcons = [
  'AIRPLANE', 'BOOKMARK', 'BUS', 'CAR', 'CLOCK', 'CONFIRMATION_NUMBER_ICON', 'DESCRIPTION', 'DOLLAR', 'EMAIL', 'EVENT_PERFORMER', 'EVENT_SEAT', 'FLIGHT_ARRIVAL', 'FLIGHT_DEPARTURE', 'HOTEL',
  'HOTEL_ROOM_TYPE', 'INVITE', 'MAP_PIN', 'MEMBERSHIP', 'MULTIPLE_PEOPLE', 'OFFER', 'PERSON', 'PHONE', 'RESTAURANT_ICON', 'SHOPPING_CART', 'STAR', 'STORE', 'TICKET', 'TRAIN', 'VIDEO_CAMERA', 'VIDEO_PLAY',
] as const
export const imageType = z.enum(['SQUARE', 'CIRCLE'])
export const icon = z.strictObject({ knownIcon: z.enum(knownIcons).optional(), iconUrl: imageAddress.optional(), altText: plainText.optional(), imageType: imageType.optional() })
  .check(exactlyOne('knownIcon', 'iconUrl'))

const part = z.number().min(0, 'is below 0').max(1, 'is above 1').optional()
export const color = z.strictObject({ red: part, green: part, blue: part, alpha: part })

/** What a press does. `C` is a card that Gmail lays on top by itself, without asking us. */
export interface Click<C> {
  action?: z.infer<typeof action>; openLink?: z.infer<typeof openLink>; openDynamicLinkAction?: z.infer<typeof action>; card?: C
  overflowMenu?: { items: { text: string; onClick: Click<C>; startIcon?: z.infer<typeof icon>; disabled?: boolean }[] }
}

/** `cardInside` is a function because cards hold presses and presses hold cards. */
export function clickWith<C>(cardInside: () => z.ZodType<C>): z.ZodType<Click<C>> {
  const card = z.lazy(cardInside).optional()
  const plain = { action: action.optional(), openLink: openLink.optional(), openDynamicLinkAction: action.optional(), card }
  const entry = z.strictObject({
    text: markup, disabled: z.boolean().optional(), startIcon: icon.optional(),
    // Google drops a menu inside of a menu.
    onClick: z.strictObject(plain).check(exactlyOne('action', 'openLink', 'openDynamicLinkAction', 'card')),
  })
  return z.strictObject({ ...plain, overflowMenu: z.strictObject({ items: z.array(entry).min(1, 'is a menu of nothing') }).optional() })
    .check(exactlyOne('action', 'openLink', 'openDynamicLinkAction', 'card', 'overflowMenu'))
}

export const buttonWith = <C>(onClick: z.ZodType<Click<C>>) => z.strictObject({
  text: markup.optional(), icon: icon.optional(), altText: plainText.optional(), color: color.optional(), disabled: z.boolean().optional(),
  type: z.enum(['OUTLINED', 'FILLED', 'FILLED_TONAL', 'BORDERLESS']).optional(), onClick,
}).refine(({ text, icon: drawn, altText }) => Boolean(text || (drawn && (altText || drawn.altText))), 'is a button without words: it needs text, or an icon with altText')
