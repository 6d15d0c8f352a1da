import { z } from 'zod'
import { imageAddress } from './checked-actions'
import { buttonWith, color, icon, type Click } from './checked-clicks'
import { dateTimePicker, selectionInput, switchControl, textInput } from './checked-inputs'
import { count, markup, neededPlainText } from './checked-texts'
import { exactlyOne } from './exactly-one'

const textParagraph = z.strictObject({ text: markup, maxLines: count.min(1, 'is below 1').optional() })
const borderStyle = z.strictObject({ type: z.enum(['NO_BORDER', 'STROKE']).optional(), strokeColor: color.optional(), cornerRadius: count.min(0, 'is below 0').optional() })
const cropStyle = z.strictObject({ type: z.enum(['SQUARE', 'CIRCLE', 'RECTANGLE_CUSTOM', 'RECTANGLE_4_3']).optional(), aspectRatio: z.number().positive('is not above 0').optional() })
const gridItem = z.strictObject({
  id: neededPlainText.optional(), title: markup.optional(), subtitle: markup.optional(), layout: z.enum(['TEXT_BELOW', 'TEXT_ABOVE']).optional(),
  image: z.strictObject({ imageUri: imageAddress, altText: neededPlainText, cropStyle: cropStyle.optional(), borderStyle: borderStyle.optional() }).optional(),
}).refine(({ title, image }) => Boolean(title ?? image), 'is an item without a title or an image')

/**
 * All widgets of Google's that an add-on beside a letter may show. Not here: columns (only in windows of their own), the carousel (Chat), and every field
 * that is Chat's or Workspace Studio's alone; they are met as unknown fields.
 */
export function widgetWith<C>(onClick: z.ZodType<Click<C>>) {
  const button = buttonWith(onClick)
  const press = onClick.optional()
  return z.strictObject({
    horizontalAlignment: z.enum(['START', 'CENTER', 'END']).optional(),
    textParagraph: textParagraph.optional(),
    image: z.strictObject({ imageUrl: imageAddress, altText: neededPlainText, onClick: press }).optional(),
    decoratedText: z.strictObject({
      text: markup, topLabel: markup.optional(), bottomLabel: markup.optional(), wrapText: z.boolean().optional(), onClick: press,
      startIcon: icon.optional(), button: button.optional(), switchControl: switchControl.optional(), endIcon: icon.optional(),
    }).refine(({ button: side, switchControl: change, endIcon }) => [side, change, endIcon].filter(Boolean).length < 2, 'has more than one of button, switchControl, endIcon').optional(),
    buttonList: z.strictObject({ buttons: z.array(button).min(1, 'is a list of no buttons') }).optional(),
    textInput: textInput.optional(), selectionInput: selectionInput.optional(), dateTimePicker: dateTimePicker.optional(),
    divider: z.strictObject({}).optional(),
    grid: z.strictObject({
      title: markup.optional(), items: z.array(gridItem).min(1, 'is a grid of nothing'), columnCount: count.min(1, 'is below 1').max(2, 'is above 2: too narrow').optional(), borderStyle: borderStyle.optional(), onClick: press,
    }).optional(),
    chipList: z.strictObject({
      layout: z.enum(['WRAPPED', 'HORIZONTAL_SCROLLABLE']).optional(),
      chips: z.array(z.strictObject({ label: markup, icon: icon.optional(), altText: neededPlainText.optional(), disabled: z.boolean().optional(), onClick: press })).min(1, 'is a list of no chips'),
    }).optional(),
  }).check(exactlyOne('textParagraph', 'image', 'decoratedText', 'buttonList', 'textInput', 'selectionInput', 'dateTimePicker', 'divider', 'grid', 'chipList'))
}
