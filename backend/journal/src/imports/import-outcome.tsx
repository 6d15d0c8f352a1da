import type { ImportDetails, ImportState } from '@counterpane/shared/contract/imports'
import { importsTexts } from '@counterpane/shared/text/imports-journal'
import { Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { clientPlace, placeHref } from '../view/hash-route'

const intents: Partial<Record<ImportState, 'success' | 'warning' | 'error' | 'info'>> = { done: 'success', stopped: 'warning', failed: 'error', undone: 'info' }

/** What a run would do, or has done; after an undo what was left, and why. */
export function ImportOutcome({ details: { state, counts, problem, undone } }: { details: ImportDetails }) {
  const { locale } = useSurroundings()
  const text = importsTexts[locale]
  const intent = intents[state]
  const numbers = [[text.created, counts.created], [text.updated, counts.updated], [text.skipped, counts.skipped]] as const
  return (
    <>
      {intent && (
        <MessageBar intent={intent} layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{text.ends[state as keyof typeof text.ends]}</MessageBarTitle> {problem} {undone && text.undone(undone.removed, undone.putBack, undone.leftCount)}
          </MessageBarBody>
        </MessageBar>
      )}
      {undone && undone.left.length > 0 && (
        <section className="jn-import-part" aria-label={text.leftTitle}>
          <h2>{text.leftTitle}</h2>
          <ul className="jn-import-list">
            {undone.left.map(({ noun, id, name, reason }) => (
              <li key={id}>{noun === 'counterparty' && reason !== 'gone' ? <Link href={placeHref(clientPlace(id))}>{name}</Link> : <span className="jn-breakable">{name}</span>}<span className="jn-quiet"> — {text.reasons[reason]}</span></li>
            ))}
            {undone.leftCount > undone.left.length && <li className="jn-quiet">{text.moreLeft(undone.leftCount - undone.left.length)}</li>}
          </ul>
        </section>
      )}
      {counts.rows > 0 && (
        <section className="jn-import-part" aria-label={state === 'checked' ? text.would : text.was}>
          <h2>{state === 'checked' ? text.would : text.was}</h2>
          <dl className="jn-import-counts">{numbers.map(([name, count]) => <div key={name}><dt>{name}</dt><dd>{count.toLocaleString(locale)}</dd></div>)}</dl>
        </section>
      )}
    </>
  )
}
