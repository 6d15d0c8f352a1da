import { Button, Link } from '@fluentui/react-components'
import { composeTexts } from '@counterpane/shared/text/compose-pane'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import { FailureNote, Note } from '../../app/failure-note'
import { usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { Bones } from '../../app/waiting-screen'
import { OutsidersList } from '../identify/outsiders-list'
import { useShownClient } from '../identify/use-shown-client'
import { ClientSections } from '../identify/client-sections'
import { DangerBar } from './danger-bar'
import { hasRecipients, recipientsKey } from './draft-questions'
import { RecipientCard } from './recipient-card'
import { RegisterWhenSent } from './register-when-sent'
import { useDraft } from './use-draft'
import { useRecipients } from './use-recipients'
import { goesOut, useSendOrder } from './use-send-order'

/** Beside an email that is being written: who will read it, what was agreed with them, and whether it is registered when it is sent. */
export function ComposeScreen({ draftKey }: { draftKey: string }) {
  const { locale } = usePaneState()
  const texts = composeTexts[locale]
  const common = registerTexts[locale]
  const pane = usePaneStyles()
  const { draft, unread, again } = useDraft(draftKey)
  const { answer, dangers, asking, failure, again: askAgain, patch } = useRecipients(draft)
  const shown = useShownClient(answer, draft && recipientsKey(draft), texts.chosen)
  const order = useSendOrder({ draftKey, draft, answer, asking, chosen: shown.chosen })
  const client = shown.chosen ?? answer
  const known = client?.match.kind === 'person' || client?.match.kind === 'counterparty'
  const outside = answer !== null && goesOut(answer)

  return (
    <>
      <DangerBar dangers={dangers} />
      <section className={pane.first} aria-busy={asking}>
        <div className={pane.stack}>
          {!(outside && client) && <h1 className={pane.title}>{texts.title}</h1>}
          {unread && !draft && <Note role="alert" tone="warning"><strong>{texts.notRead}</strong><span>{texts.mailOnly}</span><div><Button size="small" onClick={again}>{texts.readAgain}</Button></div></Note>}
          {!draft && !unread && <Bones />}
          {draft && !hasRecipients(draft) && <p className={pane.quiet}>{texts.noRecipients}</p>}
          {asking && !answer && <Bones />}
          {failure && <><FailureNote failure={failure} onRetry={askAgain} /><p className={pane.quiet}>{texts.mailOnly}</p></>}
          {answer && !outside && <Note role="status"><span>{answer.match.rule === 'blocked' ? common.blocked : common.colleagues}</span></Note>}
          {outside && client && <RecipientCard answer={answer} client={client} shown={shown} />}
          {shown.chosen && <div><Link as="button" onClick={shown.back}>{texts.backToFirst}</Link></div>}
          <FailureNote failure={shown.failure} />
          {outside && <RegisterWhenSent order={order} client={known ? client?.match.counterparty?.name ?? null : null} />}
        </div>
      </section>
      {outside && shown.outsiders.length > 1 && (
        <OutsidersList title={texts.recipients} people={shown.outsiders} match={answer.match} unknown={texts.unknown} shown={shown.shownAddress} busy={shown.busy} onChoose={shown.choose} />
      )}
      {outside && known && client && <ClientSections client={client} onChange={shown.chosen ? shown.patchChosen : patch} />}
    </>
  )
}
