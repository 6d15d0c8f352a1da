import type { ClientRow } from '@counterpane/shared/contract/client-list'
import { clientListTexts } from '@counterpane/shared/text/client-list-journal'
import { Button, Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { useManagers } from '../api/journal-queries'
import { ProblemNotice } from '../parts/problem-notice'
import { useClientBulk, useClientWords, useSegmentChoices } from './client-list-queries'

interface Props { rows: readonly ClientRow[]; onClear: () => void }

/** What can be done with the chosen clients at once, what came of it, and the way back. */
export function ClientBulkBar({ rows, onClear }: Props) {
  const { locale } = useSurroundings()
  const { bulk: say, ...text } = clientListTexts[locale]
  const { data: managers } = useManagers()
  const { data: words } = useClientWords()
  const { data: segments } = useSegmentChoices()
  const { change, undo } = useClientBulk()
  const done = change.data
  const byHand = segments?.items.filter(({ kind, canChange }) => kind === 'hand' && canChange) ?? []
  if (rows.length === 0 && !done && !change.error) return null
  const run = (order: Omit<Parameters<typeof change.mutate>[0], 'rows'>) => { undo.reset(); change.mutate({ rows, ...order }, { onSuccess: onClear }) }
  return (
    <div className="jn-select-bar" role="group" aria-label={text.chosen(rows.length)}>
      {rows.length > 0 && (
        <>
          <strong role="status">{text.chosen(rows.length)}</strong>
          <Choice name={say.responsible} busy={change.isPending} options={[...(managers?.items ?? []).map(({ id, name }) => ({ value: id, name })), { value: null, name: say.nobody }]} onChoose={(managerId) => run({ change: { managerId } })} />
          <Choice name={say.class} busy={change.isPending} options={[...(words?.class ?? []).map((value) => ({ value, name: value })), { value: null, name: text.none }]} onChoose={(value) => run({ change: { class: value } })} />
          {(words?.status.length ?? 0) > 0 && <Choice name={say.status} busy={change.isPending} options={[...(words?.status ?? []).map((value) => ({ value, name: value })), { value: null, name: text.none }]} onChoose={(status) => run({ change: { status } })} />}
          {byHand.length > 0 && <Choice name={say.segment} busy={change.isPending} options={byHand.map(({ id, name }) => ({ value: id, name }))} onChoose={(id) => { if (id) run({ segmentId: id }) }} />}
          <Button size="small" appearance="subtle" onClick={onClear}>{text.clearChosen}</Button>
        </>
      )}
      <span role="status" className="jn-said">
        {undo.data !== undefined ? say.undone(undo.data) : done && <>{say.done(done.changed)}{done.stale > 0 && `; ${say.left(done.stale)}`}</>}
      </span>
      {done?.undo && undo.data === undefined && <Button size="small" disabled={undo.isPending} onClick={() => { if (done.undo) undo.mutate({ id: done.undo, of: done.of }) }}>{say.undo}</Button>}
      {(change.error ?? undo.error) && <ProblemNotice error={change.error ?? undo.error} onRetry={() => { change.reset(); undo.reset() }} />}
    </div>
  )
}

function Choice({ name, options, busy, onChoose }: { name: string; options: readonly { value: string | null; name: string }[]; busy: boolean; onChoose: (value: string | null) => void }) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement><MenuButton size="small" disabled={busy}>{name}</MenuButton></MenuTrigger>
      <MenuPopover className="jn-tall-menu"><MenuList>{options.map((one) => <MenuItem key={one.value ?? ''} onClick={() => onChoose(one.value)}>{one.name}</MenuItem>)}</MenuList></MenuPopover>
    </Menu>
  )
}
