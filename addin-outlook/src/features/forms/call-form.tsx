import { Button, Field, Input, Link, makeStyles, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { Direction } from '@counterpane/shared/domain/codes'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import { fromInput, momentInput } from '../../app/dates-ahead'
import type { Failure } from '../../app/failure'
import { FailureNote } from '../../app/failure-note'
import { useDeed, usePane, usePaneState, useTexts } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { sendable } from '../../app/sendable'
import { NextStep } from '../register/next-step'
import { PaneForm } from './pane-form'
import type { Who } from './who'

const ways = ['call', 'meeting', 'video-call', 'messenger'] as const
type Way = (typeof ways)[number]
const useStyles = makeStyles({ minutes: { width: '96px' }, half: { flexGrow: 1, flexBasis: '120px', minWidth: 0 }, after: { outlineStyle: 'none' } })
/** The form is gone with the button that was pressed; whoever works by keyboard goes on from what stands in its place. */
const takeFocus = (place: HTMLElement | null) => place?.focus()
interface Props { who: Who; subject: string; onMade: (contact: Contact) => void; onClose: () => void }

/** A call or a meeting that has just ended, or ended earlier: one save, then the next step (product 2.2.9). */
export function CallForm({ who, subject: about, onMade, onClose }: Props) {
  const texts = useTexts()
  const own = registerTexts[usePaneState().locale]
  const pane = usePaneStyles()
  const styles = useStyles()
  const { api, store, now } = usePane()
  const [fields, setFields] = useState({ way: 'call' as Way, direction: 'outgoing' as Direction, at: null as string | null, minutes: '', subject: about, result: '' })
  const [early, setEarly] = useState(false)
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState<Contact | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const deed = useDeed(setFailure)
  const change = (patch: Partial<typeof fields>) => setFields({ ...fields, ...patch })
  const name = who.person?.name ?? who.counterparty?.name

  async function save() {
    const startsAt = fields.at === null ? now() : fromInput(fields.at)
    const wrong = startsAt === null || startsAt > now()
    setEarly(wrong)
    if (busy || wrong) return
    const minutes = Math.round(Number(fields.minutes))
    setBusy(true)
    await deed(async () => {
      const contact = await api('createContact', {
        body: sendable({
          startsAt: startsAt.toISOString(), method: fields.way, direction: fields.direction, status: 'held' as const, counterpartyId: who.counterparty?.id ?? null,
          personIds: who.person ? [who.person.id] : [], subject: fields.subject, result: fields.result, ...(minutes > 0 && { durationMinutes: Math.min(minutes, 527_040) }),
        }),
      })
      onMade(contact)
      store.say(own.saved)
      setSaved(contact)
    })
    setBusy(false)
  }
  if (saved) {
    return <div ref={takeFocus} tabIndex={-1} className={styles.after}><NextStep onEnd={onClose} onPlan={async (step) => { onMade(await api('planNext', { id: saved.id, body: step })); onClose() }} /></div>
  }
  return (
    <PaneForm label={texts.logCall} onClose={onClose} onSubmit={() => void save()}>
      <div>
        <strong>{own.logTitle}</strong>
        {name && <p className={pane.quiet}>{own.logWith(name)}</p>}
      </div>
      <div className={pane.row}>
        <Select size="small" className={styles.half} aria-label={texts.method} value={fields.way} onChange={(_, { value }) => change({ way: value as Way })}>
          {ways.map((way) => <option key={way} value={way}>{own.how[way]}</option>)}
        </Select>
        <Select size="small" className={styles.half} aria-label={own.direction} value={fields.direction} onChange={(_, { value }) => change({ direction: value as Direction })}>
          <option value="outgoing">{own.outgoing}</option>
          <option value="incoming">{own.incoming}</option>
        </Select>
      </div>
      {fields.at === null
        ? <div className={pane.row}><span>{own.when}: {own.now.toLowerCase()}</span><Link as="button" type="button" onClick={() => change({ at: momentInput(now()) })}>{own.earlier}</Link></div>
        : <Field size="small" label={own.when} {...(early && { validationMessage: own.notYet })}><Input size="small" type="datetime-local" max={momentInput(now())} value={fields.at} onChange={(_, { value }) => change({ at: value })} /></Field>}
      <div className={pane.row} role="group" aria-label={own.templates}>
        {own.results[fields.way].map((template) => (
          <Button key={template} type="button" size="small" appearance={fields.result === template ? 'primary' : 'secondary'} aria-pressed={fields.result === template} onClick={() => change({ result: template })}>{template}</Button>
        ))}
      </div>
      <Field label={texts.result}><Textarea autoFocus resize="vertical" value={fields.result} onChange={(_, { value }) => change({ result: value })} /></Field>
      <Field size="small" label={own.subject}><Input size="small" value={fields.subject} onChange={(_, { value }) => change({ subject: value })} /></Field>
      <Field size="small" label={own.minutes} className={styles.minutes}><Input size="small" type="number" min={0} max={527_040} className={styles.minutes} value={fields.minutes} onChange={(_, { value }) => change({ minutes: value })} /></Field>
      <div className={pane.row}>
        <Button appearance="primary" type="submit" disabledFocusable={busy}>{texts.save}</Button>
        <Button type="button" onClick={onClose}>{texts.cancel}</Button>
      </div>
      <FailureNote failure={failure} />
    </PaneForm>
  )
}
