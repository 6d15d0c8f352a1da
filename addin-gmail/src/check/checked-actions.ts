import { z } from 'zod'
import { inputName } from './checked-texts'

const longestAddress = 2_000
const host = String.raw`https:\/\/[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d{1,5})?`

/** Printable ASCII after an https host, without a user in front of it: Google fetches nothing else, and neither does anybody else see what they press. */
export const httpsAddress = z.string().max(longestAddress, 'is too long an address').regex(new RegExp(String.raw`^${host}\/[!#-;=?-\[\]_a-z~]*$`, 'i'), 'is no https address')
/** Google fetches and keeps images itself; it draws no SVG. */
export const imageAddress = httpsAddress.refine((url) => !/\.svg(?:[?#]|$)/i.test(url), 'is an SVG, which is never drawn')

/** Writing to an address and calling a number are links too. */
const linkAddress = z.string().max(longestAddress, 'is too long an address')
  .regex(new RegExp(String.raw`^(?:${host}\/[!#-;=?-\[\]_a-z~]*|mailto:[!#-;=?-\[\]_a-z~]+@[!#-;=?-\[\]_a-z~]+|tel:\+?\d+)$`, 'i'), 'is no https address, mailto: or tel:')

export const openLink = z.strictObject({
  url: linkAddress,
  // OVERLAY opens a window that phones do not have.
  openAs: z.enum(['FULL_SIZE']).optional(), onClose: z.enum(['NOTHING', 'RELOAD']).optional(),
})

const most = 2_000
const parameters = z.array(z.strictObject({ key: z.string().min(1, 'is empty'), value: z.string() })).superRefine((list, context) => {
  const say = (message: string) => context.addIssue({ code: 'custom', message })
  const keys = list.map(({ key }) => key)
  if (new Set(keys).size < keys.length) say('has a parameter twice')
  if (JSON.stringify(list).length > most) say(`holds more than ids: ${JSON.stringify(list).length} bytes`)
  for (const needed of ['action', 'signature']) if (!list.some(({ key, value }) => key === needed && value !== '')) say(`has no ${needed}`)
})

/** A call of ours: one address, parameters under a signature. `interaction` is missing on purpose: Gmail drops a whole card that has it. */
export const action = z.strictObject({
  function: z.string().regex(new RegExp(String.raw`^${host}\/gmail\/action$`, 'i'), 'is not the address of our actions'),
  parameters, loadIndicator: z.enum(['SPINNER', 'NONE']).optional(), persistValues: z.boolean().optional(),
  requiredWidgets: z.array(inputName).min(1, 'is empty').optional(), allWidgetsAreRequired: z.boolean().optional(),
})
