import type { Decided, SenderGroup } from '@counterpane/shared/contract/unrecognised'
import { unrecognisedTexts } from '@counterpane/shared/text/unrecognised-journal'
import { Button, Link } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useEffect, useRef } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import { clientPlace, placeHref } from '../view/hash-route'
import type { Decisions } from './queue-data'

/** What the last decision did, with the way back; it stays until the next one. */
export function DecisionSaid({ decisions: { decide, undo } }: { decisions: Decisions; groups: readonly SenderGroup[] }) {
  const { locale } = useSurroundings()
  const text = unrecognisedTexts[locale]
  const undoButton = useRef<HTMLButtonElement>(null)
  const done = decide.data
  const back = undo.data
  // The one decided about has left the list with the focus: the way back is what one needs next.
  useEffect(() => { if (done && document.activeElement === document.body) undoButton.current?.focus() }, [done])
  const said = back
    ? [text.undone(back.unfiled), back.left > 0 && text.changedSince(back.left), back.kept.length > 0 && text.kept(back.kept.map(({ name }) => name).join(', '))].filter(Boolean).join('. ')
    : done ? saidOf(done, text) : ''
  const forget = () => { decide.reset(); undo.reset() }
  return (
    <>
      <div className="jn-queue-said" role="status" data-said={said !== '' || undefined}>
        {said && <span className="jn-breakable">{said}</span>}
        {!back && done?.counterparty && <Link href={placeHref(clientPlace(done.counterparty.id))}>{done.counterparty.name}</Link>}
        {!back && done && <Button ref={undoButton} size="small" disabled={undo.isPending} onClick={() => undo.mutate(done.id)}>{text.undo}</Button>}
        {said && <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={text.dismiss} onClick={forget} />}
      </div>
      {decide.error && <ProblemNotice error={decide.error} />}
      {undo.error && <ProblemNotice error={undo.error} />}
    </>
  )
}

function saidOf({ decision, filed, counterparty, persons, addresses, groups, left }: Decided, text: (typeof unrecognisedTexts)['en']): string {
  const names = groups.map(({ value }) => value)
  const did = decision === 'not-client' ? text.asideDone(names) : decision === 'never-register' ? text.neverDone(names) : text.filed({ filed, client: counterparty?.name ?? '', persons: persons.length, addresses })
  return [did, ...(left.length > 0 ? [text.leftDone(left.length)] : [])].join('. ')
}
