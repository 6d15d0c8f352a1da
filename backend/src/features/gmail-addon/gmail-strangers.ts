import { pressAnswer } from '@counterpane/addin-gmail/answers'
import type { CardContext } from '@counterpane/addin-gmail/card-context'
import type { AddonAnswer, Card } from '@counterpane/addin-gmail/card-schema'
import { codeInput, invitationAction, strangerCard, welcomeCard } from '@counterpane/addin-gmail/cards/stranger-card'
import { accessCardTexts } from '@counterpane/shared/text/access-cards'
import { AppError } from '@counterpane/shared/errors/app-error'
import { problemTexts } from '@counterpane/shared/text/problems'
import type { ActionSignatures } from './action-signature'
import type { GmailAddonNeeds, GooglePerson } from './gmail-addon.needs'
import { textInput, type GmailEvent } from './gmail-event'

interface Knock { person: GooglePerson; event: GmailEvent; context: CardContext }

/** A verified person of Google whom nobody here answers to: an invitation's code makes them one of our managers. */
export function createStrangers({ needs, signatures }: { needs: Pick<GmailAddonNeeds, 'acceptInvitation'>; signatures: ActionSignatures }) {
  const card = ({ person, context }: Knock, problem?: string): Card => strangerCard({ email: person.email, problem }, context)

  async function answerCode(knock: Knock): Promise<AddonAnswer> {
    const { person, event, context } = knock
    const code = textInput(event, codeInput).slice(0, 200)
    if (code === '') return pressAnswer('update', card(knock, accessCardTexts[context.locale].writeCode))
    try {
      const { name } = await needs.acceptInvitation(person, code)
      return pressAnswer('update', welcomeCard({ name }, context))
    } catch (error) {
      if (!(error instanceof AppError) || (error.code !== 'invitation-unknown' && error.code !== 'identity-bound')) throw error
      const { title, advice } = problemTexts[context.locale][error.code]
      return pressAnswer('update', card(knock, `${title}. ${advice}`))
    }
  }

  return {
    card,
    /** Whatever button an earlier manager's card had, a stranger may only bring a code. */
    pressed(knock: Knock): Promise<AddonAnswer> | AddonAnswer {
      const signed = signatures.verify(knock.person.sub, knock.event.commonEventObject.parameters ?? {}, knock.context.now)
      return signed?.action === invitationAction.name ? answerCode(knock) : pressAnswer('update', card(knock))
    },
  }
}
