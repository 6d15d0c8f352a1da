import { scopesAnswer, type Place } from '@counterpane/addin-gmail/answers'
import type { AddonAnswer } from '@counterpane/addin-gmail/card-schema'
import type { AfterRegistering, NotTakenOver } from '@counterpane/addin-gmail/cards/message-view'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { Visibility } from '@counterpane/shared/domain/codes'
import { registerCardTexts } from '@counterpane/shared/text/register-cards'
import type { OpenedContent } from '../../ports/mail-source'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import { ReopenNeeded, type Visit } from './gmail-visit'
import { missingScopes, scopes } from './google-scopes'
import { keepFiles, type KeptFiles } from './keeping-files'
import type { MessageDesk } from './message-desk'

/** `order`: the letter's send order, by which it joins a chain. `visibility` and `files` (places among the attachments) stand in for the manager's preferences. */
export interface RegisterWish {
  message: string; counterpartyId?: string | null; personId?: string | null; always?: boolean; order?: string
  visibility?: Visibility; private?: boolean; comment?: string; also?: readonly string[]; files?: readonly number[]
  /** When the message was read already. */
  content?: OpenedContent
}
export interface RegisteredMessage { contact: Contact; created: boolean; files: KeptFiles }

/** The consent that a press needs and has not got; the answer makes Gmail ask and then repeat the press. */
export function consentFor(visit: Visit): AddonAnswer | null {
  const missing = missingScopes(visit.event, [scopes.action])
  return missing.length > 0 ? scopesAnswer(missing) : null
}

/** Registers the opened message as the manager's preferences say, with its text, which Gmail gives on a press, and then keeps its files. */
export async function registerOpened(needs: GmailAddonNeeds, desk: MessageDesk, visit: Visit, wish: RegisterWish): Promise<RegisteredMessage> {
  const preferred = (await needs.getMe(visit.caller)).preferences.gmail.visibility
  const visibility = wish.visibility ?? preferred
  const content = wish.content ?? (await contentFor(desk, visit, { message: wish.message, visibility }))
  const { fileIds: _fileIds, text, html, ...facts } = content ?? { ...(await desk.again(visit, wish.message)).snapshot, text: null, html: null, attachments: [], fileIds: [] }
  const words = visibility === 'full' ? { text, html } : { text: null, html: null }
  const { counterpartyId, personId, always, order, private: hidden, comment, also } = wish
  const { contact, created } = await needs.registerMessage(visit.caller, {
    message: { ...facts, ...words }, client: 'gmail',
    // What was not chosen here is left to the order by which the letter was written.
    ...((wish.visibility || visibility !== 'full') && { visibility }), ...(hidden && { private: true }), ...(comment && { comment }), ...(also?.length && { alsoCounterpartyIds: [...also] }),
    ...(counterpartyId !== undefined && { counterpartyId }), ...(personId && { personIds: [personId] }), ...(always && { always }), ...(order && { sendOrderId: order }),
  })
  const keepable = content !== null && contact.visibility === 'full' && content.attachments.length > 0 && wish.files?.length !== 0
  return { contact, created, files: keepable ? await keepFiles(needs, visit, { content, contact, wanted: wish.files ?? null }) : nothingKept }
}
const nothingKept: KeptFiles = { kept: 0, refused: [] }

/** Null where no words are kept and Gmail gave no access to the message: then the headers seen on opening are enough. */
async function contentFor(desk: MessageDesk, visit: Visit, { message, visibility }: { message: string; visibility: Visibility }): Promise<OpenedContent | null> {
  try {
    return await desk.readContent(visit, message)
  } catch (error) {
    if (visibility === 'full' || !(error instanceof ReopenNeeded)) throw error
    return null
  }
}

/** A double press brings the same question as the first press of the two. */
const freshMs = 2 * 60_000

type Chosen = Pick<RegisterWish, 'private' | 'visibility' | 'comment'>
const folded = (text: string) => text.replace(/\s+/gu, ' ').trim()
/** What was chosen and is not in the contact, which a colleague or another press made meanwhile. */
function notTakenOver({ contact, created }: RegisteredMessage, { private: hidden = false, visibility, comment = '' }: Chosen): NotTakenOver | undefined {
  if (created) return undefined
  const left = { privately: hidden && !contact.private, visibility: visibility && visibility !== contact.visibility ? contact.visibility : null, comment: folded(comment) === folded(contact.comment) ? '' : comment }
  return left.privately || left.visibility || left.comment !== '' ? left : undefined
}

/** The card after a registration: what was kept, and the questions that follow it (product 2.2.7). `chosen`: by the form that was pressed. */
export async function showRegistered(desk: MessageDesk, visit: Visit, { message, place, done, chosen = {} }: { message: string; place: Place; done: RegisteredMessage; chosen?: Chosen }): Promise<AddonAnswer> {
  const { contact, created, files } = done
  const words = registerCardTexts[visit.context.locale]
  const left = notTakenOver(done, chosen)
  const mine = created || (contact.registeredBy?.id === visit.caller.id && visit.context.now.getTime() - Date.parse(contact.createdAt) < freshMs)
  const kept = files.kept > 0 ? [words.files.allKept(files.kept)] : []
  const lines = [...kept, ...files.refused.slice(0, 5).map(({ name, why }) => words.files.failed(name || words.files.nameless, why))]
  const after: AfterRegistering | undefined = mine || left || lines.length > 0 ? { contactId: contact.id, ask: mine ? 'plan' : 'nothing', lines, ...(left && { notTakenOver: left }) } : undefined
  const ofFiles = [...kept, ...(files.refused.length > 0 ? [words.notAllKept(files.refused.length)] : [])]
  const outcome = created ? words.registeredAs[contact.visibility] : words.alreadyRegistered
  const notification = [`${outcome}.`, ...(left ? [words.notTakenOver.notice] : []), ...ofFiles].join(' ').replace(/\.$/, '')
  return desk.show(visit, message, { place, notification, after })
}
