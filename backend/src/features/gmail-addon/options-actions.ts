import { pressAnswer } from '@counterpane/addin-gmail/answers'
import { offeredFilesMax, openOptionsAction, optionsCard, optionsInputs, registerWithAction, type OfferedFile } from '@counterpane/addin-gmail/cards/options-card'
import { clientNameOf, outsidersOf } from '@counterpane/addin-gmail/cards/participants-section'
import type { AttachmentPolicy } from '@counterpane/shared/contract/attachments'
import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import { visibilities, type Locale } from '@counterpane/shared/domain/codes'
import { sizeText } from '@counterpane/shared/text/file-refusals'
import { registerCardTexts } from '@counterpane/shared/text/register-cards'
import type { OpenedContent } from '../../ports/mail-source'
import type { GmailAddonNeeds, NamedRef } from './gmail-addon.needs'
import { chosenInputs, textInput } from './gmail-event'
import { ReopenNeeded, type Visit } from './gmail-visit'
import type { MessageDesk } from './message-desk'
import { onLook, onPress } from './pressed-action'
import { consentFor, registerOpened, showRegistered } from './register-opened'

/** So many other clients of one email are looked up by name. */
const othersMax = 10

/** Registering with a choice (product 2.2.3). */
export function optionsActions(needs: GmailAddonNeeds, desk: MessageDesk) {
  /** Null where Gmail gave no access to the message with this press: everything but the files works. */
  async function read(visit: Visit, message: string): Promise<OpenedContent | null> {
    try {
      return await desk.readContent(visit, message)
    } catch (error) {
      if (error instanceof ReopenNeeded) return null
      throw error
    }
  }
  async function offered(visit: Visit, content: OpenedContent | null): Promise<readonly OfferedFile[] | string> {
    const words = registerCardTexts[visit.context.locale]
    const policy = await needs.attachmentPolicy()
    if (policy.keep === 'none') return words.files.keepsNone
    if (!content) return words.filesOutOfReach
    if (content.attachments.length === 0) return words.noFiles
    const { keepFiles } = (await needs.getMe(visit.caller)).preferences.gmail
    return planFiles(content, { ...policy, keep: keepFiles ? policy.keep : 'chosen' }, visit.context.locale)
  }
  /** Other clients who are known in this email: the contact may stand in their feeds too. */
  async function othersIn(visit: Visit, sidebar: Sidebar, clientId: string | null): Promise<NamedRef[]> {
    const ids = [...new Set(outsidersOf(sidebar).flatMap(({ counterpartyId }) => counterpartyId ?? []))].filter((id) => id !== clientId).slice(0, othersMax)
    return Promise.all(ids.map(async (id) => {
      const known = outsidersOf(sidebar).find(({ counterpartyId }) => counterpartyId === id)
      return { id, name: (known && clientNameOf(sidebar, known)) ?? (await needs.getCounterparty(visit.caller, id)).name }
    }))
  }

  return [
    onLook(openOptionsAction, async (visit, { message, counterpartyId, personId }) => {
      const consent = consentFor(visit)
      if (consent) return consent
      const content = await read(visit, message)
      const { sidebar, sender, snapshot } = await desk.again(visit, message)
      const { match, sendOrder } = sidebar
      const chosen = Boolean(counterpartyId ?? personId)
      const exact = match.kind === 'person' || match.kind === 'counterparty'
      const person = personId ? await needs.getPerson(visit.caller, personId) : chosen || !exact ? null : match.person
      const client = counterpartyId ? await needs.getCounterparty(visit.caller, counterpartyId) : chosen || !exact ? null : match.counterparty
      const { visibility } = (await needs.getMe(visit.caller)).preferences.gmail
      return pressAnswer('push', optionsCard({
        message, subject: snapshot.subject, visibility, chosen, person, client, others: await othersIn(visit, sidebar, client?.id ?? null), files: await offered(visit, content),
        address: chosen && match.kind !== 'internal' && sender.address !== '' ? sender.address : null, order: sendOrder?.id ?? null,
      }, visit.context))
    }),
    onPress(registerWithAction, async (visit, { message, counterpartyId, personId, order, files }) => {
      const visibility = visibilities.find((one) => one === textInput(visit.event, optionsInputs.words)) ?? 'full'
      const consent = visibility === 'full' ? consentFor(visit) : null
      if (consent) return consent
      const chosen = { visibility, private: isOn(visit, optionsInputs.private), comment: textInput(visit.event, optionsInputs.comment).slice(0, 100_000) }
      const done = await registerOpened(needs, desk, visit, {
        message, counterpartyId, personId, order, ...chosen, always: isOn(visit, optionsInputs.always), also: chosenInputs(visit.event, optionsInputs.also).slice(0, othersMax),
        ...(files && { files: chosenInputs(visit.event, optionsInputs.files).map(Number).filter((at) => Number.isInteger(at) && at >= 0 && at < offeredFilesMax) }),
      })
      return showRegistered(desk, visit, { message, place: 'finish', done, chosen })
    }),
  ]
}

const isOn = ({ event }: Visit, name: string) => chosenInputs(event, name).includes('yes')

/** What the organisation's policy says of each file, the first ones first. */
export function planFiles({ attachments, fileIds }: Pick<OpenedContent, 'attachments' | 'fileIds'>, policy: AttachmentPolicy, locale: Locale): OfferedFile[] {
  const { files: words, onlyTheName } = registerCardTexts[locale]
  let room = policy.maxMessageBytes
  return attachments.map(({ name: given, size }, at) => {
    const name = given || words.nameless
    const why = fileIds[at] == null ? onlyTheName(name) : size > policy.maxFileBytes ? words.tooLarge(name, sizeText(policy.maxFileBytes, locale)) : null
    const kept = why === null && policy.keep === 'all' && size <= room
    if (kept) room -= size
    return { name, size, kept, why }
  })
}
