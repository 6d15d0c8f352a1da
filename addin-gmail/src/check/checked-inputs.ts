import { z } from 'zod'
import { action, imageAddress } from './checked-actions'
import { count, inputName, markup, neededPlainText, plainText } from './checked-texts'

const onChangeAction = action.optional()

export const textInput = z.strictObject({
  name: inputName, label: markup.optional(), hintText: markup.optional(), value: plainText.optional(), type: z.enum(['SINGLE_LINE', 'MULTIPLE_LINE']).optional(), onChangeAction,
  initialSuggestions: z.strictObject({ items: z.array(z.strictObject({ text: neededPlainText })).min(1, 'is empty') }).optional(), autoCompleteAction: action.optional(),
  validation: z.strictObject({ characterLimit: count.min(1, 'is below 1').optional(), inputType: z.enum(['TEXT', 'INTEGER', 'FLOAT', 'EMAIL']).optional() }).optional(),
}).superRefine(({ label, hintText, value = '', type, initialSuggestions, autoCompleteAction, validation }, context) => {
  const say = (message: string) => context.addIssue({ code: 'custom', message })
  if (!label && !hintText) say('needs a label or a hintText')
  if (type === 'MULTIPLE_LINE' && (initialSuggestions || autoCompleteAction)) say('has suggestions, which make it a SINGLE_LINE')
  if (value.length > (validation?.characterLimit ?? Infinity)) say('holds a value longer than its own limit')
})

const selectionItem = z.strictObject({
  text: markup, value: plainText, selected: z.boolean().optional(), bottomText: markup.optional(), startIconUri: imageAddress.optional(),
})
const mostItems = 100
/** Google's own default. */
const mostSelected = 3

export const selectionInput = z.strictObject({
  name: inputName, label: markup.optional(), type: z.enum(['CHECK_BOX', 'RADIO_BUTTON', 'SWITCH', 'DROPDOWN', 'MULTI_SELECT']).optional(), onChangeAction,
  items: z.array(selectionItem).min(1, 'is a choice of nothing').max(mostItems, `are more than ${mostItems}`),
  multiSelectMaxSelectedItems: count.min(1, 'is below 1').optional(), multiSelectMinQueryLength: count.min(0, 'is below 0').optional(),
}).superRefine(({ type, items, multiSelectMaxSelectedItems, multiSelectMinQueryLength }, context) => {
  const say = (message: string) => context.addIssue({ code: 'custom', message })
  const selected = items.filter((item) => item.selected).length
  if ((type === 'DROPDOWN' || type === 'RADIO_BUTTON') && selected !== 1) say(`has ${selected} selected items; one of them is`)
  if (type === 'MULTI_SELECT') {
    if (selected > (multiSelectMaxSelectedItems ?? mostSelected)) say(`has ${selected} selected items, more than may be`)
  } else {
    if (multiSelectMaxSelectedItems !== undefined || multiSelectMinQueryLength !== undefined) say('has settings of a MULTI_SELECT')
    if (items.some(({ bottomText, startIconUri }) => bottomText !== undefined || startIconUri !== undefined)) say('has items with bottomText or startIconUri, which a MULTI_SELECT alone shows')
  }
  if (new Set(items.map(({ value }) => value)).size < items.length) say('has two items of one value')
})

const dayMs = 86_400_000

export const dateTimePicker = z.strictObject({
  name: inputName, label: markup.optional(), type: z.enum(['DATE_AND_TIME', 'DATE_ONLY', 'TIME_ONLY']).optional(), onChangeAction,
  /** int64, which JSON carries as text. */
  valueMsEpoch: z.string().regex(/^\d{1,15}$/, 'is no moment in digits').optional(),
  timezoneOffsetDate: count.min(-12 * 60, 'is no zone').max(14 * 60, 'is no zone').optional(),
}).superRefine(({ type, valueMsEpoch }, context) => {
  const at = Number(valueMsEpoch ?? 0)
  if (type === 'DATE_ONLY' && at % dayMs !== 0) context.addIssue({ code: 'custom', message: 'a DATE_ONLY begins at midnight in UTC' })
  if (type === 'TIME_ONLY' && at >= dayMs) context.addIssue({ code: 'custom', message: 'a TIME_ONLY lies within one day' })
})

export const switchControl = z.strictObject({
  name: inputName, value: neededPlainText, selected: z.boolean().optional(), controlType: z.enum(['SWITCH', 'CHECK_BOX']).optional(), onChangeAction,
})
