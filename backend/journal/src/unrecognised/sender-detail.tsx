import type { SenderGroup } from '@counterpane/shared/contract/unrecognised'
import { unrecognisedTexts } from '@counterpane/shared/text/unrecognised-journal'
import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { ArrowLeft16Regular } from '@fluentui/react-icons/svg/arrow-left'
import { useSurroundings } from '../api/journal-context'
import { AsideForm, NeverForm } from './aside-forms'
import { NewClientForm, ThisIsForm } from './client-forms'
import type { Decisions } from './queue-data'
import { changeQueue, type Form } from './queue-view'
import { SenderContacts } from './sender-contacts'
import { SenderStanding } from './sender-standing'
import { acceptOf } from './use-queue-keys'
import { useDates } from './use-dates'

interface Props { group: SenderGroup; form: Form | null; onForm(form: Form | null): void; decisions: Decisions; mine: boolean }

/** One sender: what is known, the decision, and the contacts it is about. */
export function SenderDetail({ group, form, onForm, decisions, mine }: Props) {
  const { locale } = useSurroundings()
  const text = unrecognisedTexts[locale]
  const dates = useDates()
  const busy = decisions.decide.isPending
  const { suggestion, standing } = group
  const shared = { group, decisions, onCancel: () => onForm(null) }
  const asked = (name: Form) => ({ size: 'small' as const, disabled: busy, 'aria-expanded': form === name, onClick: () => onForm(form === name ? null : name) })
  return (
    <section className="jn-sender-detail" aria-label={group.name}>
      <Button className="jn-queue-back jn-queue-start" size="small" appearance="subtle" icon={<ArrowLeft16Regular />} onClick={() => changeQueue({ open: '' })}>{text.back}</Button>
      <div className="jn-sender-head">
        <h2 className="jn-breakable">{group.name}</h2>
        <p className="jn-quiet jn-breakable">{[text.contacts(group.contacts), text.addresses(group.addressCount), text.between(dates.near(group.oldestAt), dates.near(group.newestAt))].join(' · ')}</p>
        {group.registeredBy.length > 0 && <p className="jn-quiet jn-breakable">{text.registeredBy(group.registeredBy.map(({ name }) => name).join(', '))}</p>}
      </div>
      {group.warning && <MessageBar intent="warning"><MessageBarBody className="jn-breakable">{group.warning}</MessageBarBody></MessageBar>}
      {standing && <SenderStanding standing={standing} decisions={decisions} />}
      {standing?.decision !== 'never-register' && (
        <div className="jn-decisions" role="group" aria-label={text.decisions}>
          {suggestion && (
            <div className="jn-guess">
              <Button appearance="primary" disabled={busy} onClick={() => decisions.decide.mutate(acceptOf(group, suggestion))}><span className="jn-breakable">{text.isThis(suggestion.counterparty.name)}</span></Button>
              <span className="jn-quiet jn-breakable">{suggestion.reason}</span>
            </div>
          )}
          <div className="jn-buttons">
            <Button {...asked('this-is')}>{text.thisIs}</Button>
            <Button {...asked('new-client')}>{text.newClient}</Button>
            {!standing && <Button {...asked('not-client')}>{text.notClient}</Button>}
            {!standing && <Button {...asked('never-register')}>{text.never}</Button>}
          </div>
          {form === 'this-is' && <ThisIsForm {...shared} />}
          {form === 'new-client' && <NewClientForm {...shared} />}
          {form === 'not-client' && <AsideForm senders={[group]} decisions={decisions} onCancel={() => onForm(null)} />}
          {form === 'never-register' && <NeverForm senders={[group]} decisions={decisions} onCancel={() => onForm(null)} />}
        </div>
      )}
      <SenderContacts sender={group} mine={mine} decisions={decisions} undoing={standing?.decision === 'never-register'} />
    </section>
  )
}
