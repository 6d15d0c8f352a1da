import type { ManagedManager } from '@counterpane/shared/contract/administration'
import { administrationTexts } from '@counterpane/shared/text/administration-journal'
import { Button, Switch } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { useAllManagers, useManagerChanges } from './administration-queries'
import { HandOverDialog } from './hand-over-dialog'
import { InviteDialog } from './invite-dialog'
import { ManagerDialog } from './manager-dialog'
import { ManagerLine, type ManagerAct } from './manager-line'
import { SwitchOffDialog } from './switch-off-dialog'

interface Said { text: string; setId?: string | null }

/** Everybody who works here or has: how they sign in, what hangs on them, and what can be done about it. */
export function ManagersPart() {
  const { locale } = useSurroundings()
  const text = administrationTexts[locale]
  const { data, error, isPending, refetch } = useAllManagers()
  const { endSessions, patch, undoSet } = useManagerChanges()
  const [off, showOff] = useState(false)
  const [open, show] = useState<{ act: ManagerAct | 'create'; id: string | null } | null>(null)
  const [said, say] = useState<Said | null>(null)
  const shown = data?.filter(({ active }) => active || off) ?? []
  const chosen = data?.find(({ id }) => id === open?.id)
  const close = () => show(null)
  const act = (what: ManagerAct, manager: ManagedManager) => {
    say(null)
    if (what === 'end') endSessions.mutate(manager.id, { onSuccess: () => say({ text: text.managers.sessionsEnded(manager.name) }) })
    else if (what === 'on') patch.mutate({ manager, body: { active: true } }, { onSuccess: () => say({ text: text.managers.switchedOn(manager.name) }) })
    else show({ act: what, id: manager.id })
  }
  const undo = (setId: string) => undoSet.mutate(setId, { onSuccess: ({ left }) => say({ text: text.undone(left.length) }) })
  const failed = endSessions.error ?? patch.error ?? undoSet.error
  return (
    <section aria-label={text.part.managers} className="jn-admin-part">
      <div><h2>{text.part.managers}</h2><p className="jn-quiet">{text.managers.about}</p></div>
      <div className="jn-buttons"><Button appearance="primary" onClick={() => { say(null); show({ act: 'create', id: null }) }}>{text.managers.add}</Button><Switch checked={off} label={text.managers.showOff} onChange={(_, { checked }) => showOff(checked)} /></div>
      <p role="status" className="jn-settled">{said && <>{said.text} {said.setId && <Button size="small" disabledFocusable={undoSet.isPending} onClick={() => undo(said.setId ?? '')}>{text.undo}</Button>}</>}</p>
      {failed && <ProblemNotice error={failed} />}
      {isPending && <DelayedSkeleton lines={8} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data && shown.length === 0 && <div className="jn-empty"><h2>{text.managers.empty}</h2><p>{text.managers.emptyAdvice}</p></div>}
      {shown.length > 0 && (
        <table role="table" className="jn-admin-table">
          <thead role="rowgroup"><tr role="row">
            {(['manager', 'place', 'signIn', 'load', 'calendar'] as const).map((column) => <th key={column} role="columnheader" scope="col">{text.managers.column[column]}</th>)}
            <th role="columnheader" scope="col"><span className="jn-hidden">{text.managers.column.actions}</span></th>
          </tr></thead>
          <tbody role="rowgroup">{shown.map((manager) => <ManagerLine key={manager.id} manager={manager} onAct={(what) => act(what, manager)} />)}</tbody>
        </table>
      )}
      {open?.act === 'create' && <ManagerDialog onClose={close} onSaved={({ name }) => { close(); say({ text: text.form.added(name) }) }} />}
      {chosen && open?.act === 'edit' && <ManagerDialog manager={chosen} onClose={close} onSaved={() => { close(); say({ text: text.saved }) }} />}
      {chosen && open?.act === 'invite' && <InviteDialog manager={chosen} onClose={close} />}
      {chosen && open?.act === 'give' && <HandOverDialog manager={chosen} onClose={close} onDone={(words, setId) => { close(); say({ text: words, setId }) }} />}
      {chosen && open?.act === 'off' && <SwitchOffDialog manager={chosen} onClose={close} onDone={(hasLoad) => { say({ text: text.switching.done(chosen.name) }); show(hasLoad ? { act: 'give', id: chosen.id } : null) }} />}
    </section>
  )
}
