import { draftAnswer, scopesAnswer, triggerAnswer } from '@counterpane/addin-gmail/answers'
import type { AddonAnswer } from '@counterpane/addin-gmail/card-schema'
import { composeCard, composeToAction } from '@counterpane/addin-gmail/cards/compose-card'
import { composeCardTexts } from '@counterpane/shared/text/compose-cards'
import type { MailSource } from '../../ports/mail-source'
import { ProviderFailure } from '../../ports/provider-failure'
import { readComposing } from './compose-recipients'
import { filesSaid, readDraftFiles } from './draft-files'
import { conversationFor, letterFrom, makeDraft } from './draft-from-contact'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import { ReopenNeeded, type Handle, type Visit } from './gmail-visit'
import { missingScopes, scopes } from './google-scopes'
import { onPress, type PressedAction } from './pressed-action'

/** Gmail tells whom a letter goes to under both scopes together; what is missing is asked for once, and the card says how it goes without. */
const composing = [scopes.compose, scopes.metadata]

/**
 * The add-on is opened beside a letter that is being written. Nothing is arranged for when it is sent: Gmail tells neither its subject nor that it was
 * sent, and an order without a subject would wait for letters without one. The card says what to do instead.
 */
export const createComposing = (needs: GmailAddonNeeds): Handle => async (visit) => {
  const missing = missingScopes(visit.event, composing)
  if (missing.includes(scopes.compose)) return scopesAnswer(missing)
  return triggerAnswer(composeCard(await readComposing(needs, visit), visit.context))
}

/** Drafts need no open message, only the person's own consent. */
function mailOf(needs: GmailAddonNeeds, { event: { authorizationEventObject, gmail } }: Visit): MailSource {
  if (!authorizationEventObject.userOAuthToken) throw new ReopenNeeded()
  return needs.openMail({ userToken: authorizationEventObject.userOAuthToken, messageToken: gmail.accessToken ?? null })
}

export function composeActions(needs: GmailAddonNeeds): [string, PressedAction][] {
  async function fromContact(visit: Visit, contactId: string, message: string | undefined): Promise<AddonAnswer> {
    const words = composeCardTexts[visit.context.locale]
    const mail = mailOf(needs, visit)
    const contact = await needs.getContact(visit.caller, contactId)
    const letter = await letterFrom(needs, visit, contact)
    const made = await visit.once(async () => {
      const { files, leftOut } = await readDraftFiles(needs, visit, contact.attachments)
      const { draft, filesRefused } = await makeDraft(mail, { ...letter, files, inReplyTo: await conversationFor(needs, visit, { contact, message, mail }) })
      const without = filesRefused ? [...leftOut, ...files.map(({ name }) => ({ name, why: 'refused' as const }))] : leftOut
      // Without the order the letter is written all the same; it only stays outside of the chain.
      const order = letter.to.length === 0 ? null : await Promise.resolve(needs.createSendOrder(visit.caller, {
        subject: letter.subject, to: [...letter.to], previousId: contact.id, counterpartyId: contact.counterparty?.id ?? null, personIds: contact.persons.map(({ id }) => id),
        // An answer holds what it answers: it is as private, and keeps no more of its words.
        private: contact.private, visibility: contact.visibility,
      })).catch(() => null)
      return { draft, joins: order !== null, attached: filesRefused ? 0 : files.length, without }
    })
    const said = [words.draftMade, letter.to.length === 0 && words.noAddress, made.joins ? words.joinsChain : words.withoutChain, ...filesSaid(made.attached, made.without, visit.context.locale)]
    return draftAnswer(made.draft, said.filter(Boolean).join(' '))
  }
  async function toPerson(visit: Visit, personId: string): Promise<AddonAnswer> {
    const words = composeCardTexts[visit.context.locale]
    const mail = mailOf(needs, visit)
    const { name, addresses } = await needs.getPerson(visit.caller, personId)
    const to = addresses[0] === undefined ? [] : [{ name, address: addresses[0] }]
    const draft = await visit.once(() => mail.createDraft({ to, subject: '', text: '', files: [], inReplyTo: null }))
    return draftAnswer(draft, to.length === 0 ? `${words.draftMade} ${words.noAddress}` : words.draftMade)
  }

  return [
    onPress(composeToAction, async (visit, { contactId, personId, message }) => {
      const missing = missingScopes(visit.event, [scopes.compose])
      if (missing.length > 0) return scopesAnswer(missing)
      try {
        if (contactId) return await fromContact(visit, contactId, message)
        if (personId) return await toPerson(visit, personId)
        throw new ReopenNeeded()
      } catch (error) {
        // Older deployments do not say what was granted: then the attempt shows it.
        if (error instanceof ProviderFailure && error.code === 'consent-missing' && !visit.event.authorizationEventObject.authorizedScopes) return scopesAnswer([scopes.compose])
        throw error
      }
    }),
  ]
}
