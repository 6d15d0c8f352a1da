import { z } from 'zod'
import { imageAddress } from './checked-actions'
import { buttonWith, clickWith, imageType, type Click } from './checked-clicks'
import { count, markup, neededPlainText } from './checked-texts'
import { widgetWith } from './checked-widgets'

/** A card that a press lays on top: checked like any other; as a type only this much, for a type cannot hold itself. */
export interface CardInside { name?: string; sections: { widgets: object[] }[] }
const onClick: z.ZodType<Click<CardInside>> = clickWith<CardInside>(() => cardSchema)
const button = buttonWith(onClick)

const header = z.strictObject({ title: markup, subtitle: markup.optional(), imageUrl: imageAddress.optional(), imageType: imageType.optional(), imageAltText: neededPlainText.optional() })
  .refine(({ imageUrl, imageAltText }) => (imageUrl === undefined) === (imageAltText === undefined), 'needs imageUrl and imageAltText together')

const section = z.strictObject({
  header: markup.optional(), widgets: z.array(widgetWith(onClick)).min(1, 'is a section without widgets'),
  collapsible: z.boolean().optional(), uncollapsibleWidgetsCount: count.min(0, 'is below 0').optional(),
  collapseControl: z.strictObject({ horizontalAlignment: z.enum(['START', 'CENTER', 'END']).optional(), expandButton: button, collapseButton: button }).optional(),
}).superRefine(({ widgets, collapsible, uncollapsibleWidgetsCount: shown, collapseControl }, context) => {
  const say = (message: string) => context.addIssue({ code: 'custom', message })
  if (collapsible && !(shown !== undefined && shown < widgets.length)) say('folds nothing: uncollapsibleWidgetsCount is to be below the number of widgets')
  if (!collapsible && (shown !== undefined || collapseControl)) say('says how it folds without being collapsible')
})

const footerButton = button.refine(({ text, color, icon }) => Boolean(text && color && !icon), 'is a button of a footer, which has text and color and no icon')

/** A card as Google defines it for add-ons: https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1 */
export const cardSchema = z.strictObject({
  name: neededPlainText.optional(), header: header.optional(), sections: z.array(section).min(1, 'is a card without sections'),
  cardActions: z.array(z.strictObject({ actionLabel: markup, onClick })).min(1, 'is a menu of nothing').optional(),
  fixedFooter: z.strictObject({ primaryButton: footerButton, secondaryButton: footerButton.optional() }).optional(),
  displayStyle: z.enum(['PEEK', 'REPLACE']).optional(), peekCardHeader: header.optional(), sectionDividerStyle: z.enum(['SOLID_DIVIDER', 'NO_DIVIDER']).optional(),
})
export type CheckedCard = z.infer<typeof cardSchema>
