import type { SenderGroup } from '@counterpane/shared/contract/unrecognised'
import { unrecognisedTexts } from '@counterpane/shared/text/unrecognised-journal'
import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import { useMe, useSurroundings } from '../api/journal-context'
import { FormButtons } from './client-forms'
import type { Decisions } from './queue-data'

interface Props { senders: readonly SenderGroup[]; decisions: Decisions; onCancel(): void; onDone?(): void }
const groupsOf = (senders: Props['senders']) => senders.map(({ kind, value, standing }) => ({ kind, value, seen: standing?.key ?? null }))

/** "A partner, not a client." */
export function AsideForm({ senders, decisions: { decide }, onCancel, onDone }: Props) {
  const { locale } = useSurroundings()
  const text = unrecognisedTexts[locale]
  const [note, setNote] = useState('')
  return (
    <form className="jn-queue-form" aria-label={text.notClient} onSubmit={(event) => {
      event.preventDefault()
      decide.mutate({ decision: 'not-client', groups: groupsOf(senders), note }, { onSuccess: onDone })
    }}>
      <p className="jn-quiet">{text.asideHint}</p>
      <Field label={text.note}><Input value={note} autoFocus maxLength={1000} onChange={(_, { value }) => setNote(value)} /></Field>
      <FormButtons busy={decide.isPending} disabled={false} save={text.setAside} onCancel={onCancel} />
    </form>
  )
}

/** Whose list it goes on; the organisation's is a lead's to write. */
export function NeverForm({ senders, decisions: { decide }, onCancel, onDone }: Props) {
  const { locale } = useSurroundings()
  const text = unrecognisedTexts[locale]
  const { role } = useMe()
  const [whose, setWhose] = useState<'organisation' | 'own'>(role === 'manager' ? 'own' : 'organisation')
  return (
    <form className="jn-queue-form" aria-label={text.never} onSubmit={(event) => {
      event.preventDefault()
      decide.mutate({ decision: 'never-register', groups: groupsOf(senders), whose }, { onSuccess: onDone })
    }}>
      <p className="jn-quiet">{text.neverHint}</p>
      {role !== 'manager' && (
        <RadioGroup aria-label={text.never} value={whose} layout="horizontal" onChange={(_, { value }) => setWhose(value === 'own' ? 'own' : 'organisation')}>
          <Radio value="organisation" label={text.neverAll} /><Radio value="own" label={text.neverOwn} />
        </RadioGroup>
      )}
      <FormButtons busy={decide.isPending} disabled={false} save={role === 'manager' ? `${text.standing['never-register']} · ${text.neverOwn}` : text.standing['never-register']} onCancel={onCancel} />
    </form>
  )
}
