import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Found } from '@counterpane/shared/contract/client'
import { type Failure, toFailure } from '../../app/failure'
import { FailureNote } from '../../app/failure-note'
import { usePane, useTexts } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { PaneForm } from './pane-form'

const useStyles = makeStyles({
  found: { justifyContent: 'flex-start', width: '100%', textAlign: 'start', minWidth: 0, paddingInline: '8px', fontWeight: tokens.fontWeightRegular },
  words: { display: 'block', minWidth: 0, overflowWrap: 'anywhere' },
})

interface Props { label: string; onChoose: (found: Found) => void; onClose: () => void }

/** Clients and persons by words of their names; the choice is the caller's to act on. */
export function ClientSearch({ label, onChoose, onClose }: Props) {
  const texts = useTexts()
  const pane = usePaneStyles()
  const styles = useStyles()
  const { api } = usePane()
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<Found[] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const q = query.trim()

  useEffect(() => {
    if (q.length < 2) return setFound(null)
    const asked = new AbortController()
    const timer = setTimeout(() => {
      api('search', { query: { q, limit: 20 }, signal: asked.signal }).then(
        ({ items }) => { setFailure(null); setFound(items.filter((one) => one.kind !== 'contact')) },
        (error: unknown) => { if (!asked.signal.aborted) setFailure(toFailure(error)) },
      )
    }, 200)
    return () => { clearTimeout(timer); asked.abort() }
  }, [q, api])

  return (
    <PaneForm label={label} onClose={onClose} onSubmit={() => { if (found?.[0]) onChoose(found[0]) }}>
      <Field label={label} {...(found === null && { hint: texts.typeToSearch })}>
        <Input autoFocus type="search" autoComplete="off" value={query} onChange={(_, { value }) => setQuery(value)} />
      </Field>
      {found && found.length === 0 && <p className={pane.quiet} role="status">{texts.nothingFound}</p>}
      {found && found.length > 0 && (
        <ul className={pane.list}>
          {found.map((one) => (
            <li key={`${one.kind} ${one.id}`}>
              <Button appearance="subtle" className={styles.found} onClick={() => onChoose(one)}>
                <span className={styles.words}>{one.name}<span className={pane.quiet} style={{ display: 'block' }}>{one.counterparty && one.kind === 'person' ? one.counterparty.name : one.detail}</span></span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div><Button size="small" onClick={onClose}>{texts.cancel}</Button></div>
      <FailureNote failure={failure} />
    </PaneForm>
  )
}
