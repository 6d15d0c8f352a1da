import { Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Found } from '@counterpane/shared/contract/client'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import { Heard } from '@counterpane/shared/ui/heard'
import { type Failure, toFailure } from '../../app/failure'
import { FailureNote } from '../../app/failure-note'
import { usePane, usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'

const useStyles = makeStyles({
  found: { padding: '4px 8px', marginInline: '-8px', borderRadius: tokens.borderRadiusMedium, cursor: 'pointer', overflowWrap: 'anywhere', ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover } },
  here: { backgroundColor: tokens.colorSubtleBackgroundSelected, '@media (forced-colors: active)': { outline: '2px solid Highlight' } },
})
const waitMs = 200
const shortest = 2
interface Props { label: string; onChoose: (found: Found) => void; accepts?: (found: Found) => boolean }

/** Clients and persons by words of their names, addresses and phones. Arrows move, Enter chooses, Esc empties and then closes; how many were found is announced. */
export function SearchBox({ label, onChoose, accepts }: Props) {
  const { locale } = usePaneState()
  const own = registerTexts[locale]
  const pane = usePaneStyles()
  const styles = useStyles()
  const { api } = usePane()
  const id = useId()
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<Found[] | null>(null)
  const [active, setActive] = useState(0)
  const [failure, setFailure] = useState<Failure | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const acceptable = useRef(accepts)
  acceptable.current = accepts
  const q = query.trim()

  useEffect(() => {
    setFailure(null)
    if (q.length < shortest) return setFound(null)
    const asked = new AbortController()
    const timer = setTimeout(() => {
      api('search', { query: { q, limit: 20 }, signal: asked.signal }).then(
        ({ items }) => { setActive(0); setFound(items.filter((one) => one.kind !== 'contact' && (acceptable.current?.(one) ?? true))) },
        (error: unknown) => { if (!asked.signal.aborted) { setFound(null); setFailure(toFailure(error)) } },
      )
    }, waitMs)
    return () => { clearTimeout(timer); asked.abort() }
  }, [q, api])

  function choose(one: Found) {
    setQuery('')
    setFound(null)
    input.current?.focus()
    onChoose(one)
  }
  function onKeyDown(event: KeyboardEvent) {
    const count = found?.length ?? 0
    if (event.key === 'Escape' && query !== '') { event.stopPropagation(); return setQuery('') }
    if (event.key === 'Enter') {
      event.preventDefault()
      const one = found?.[active]
      if (one) choose(one)
    }
    if (count === 0 || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    event.preventDefault()
    const to = (active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count
    setActive(to)
    document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' })
  }
  const shown = found !== null && found.length > 0
  return (
    <div className={pane.tight}>
      <Field label={label} {...(q.length < shortest && { hint: own.typeToSearch })}>
        <Input
          autoFocus type="search" autoComplete="off" value={query} onChange={(_, { value }) => setQuery(value)} onKeyDown={onKeyDown}
          input={{ ref: input, role: 'combobox', 'aria-expanded': shown, 'aria-autocomplete': 'list', ...(shown && { 'aria-controls': id, 'aria-activedescendant': `${id}-${active}` }) }}
        />
      </Field>
      <div role="status">
        {found && (found.length === 0 ? <p className={pane.quiet}>{own.nothingFound}</p> : <Heard>{own.found(found.length)}</Heard>)}
      </div>
      {shown && (
        <ul id={id} role="listbox" aria-label={label} className={pane.list}>
          {found.map((one, at) => (
            <li key={`${one.kind} ${one.id}`} id={`${id}-${at}`} role="option" aria-selected={at === active} className={mergeClasses(styles.found, at === active && styles.here)} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(one)}>
              {one.name}
              {secondLine(one) && <div className={pane.quiet}>{secondLine(one)}</div>}
            </li>
          ))}
        </ul>
      )}
      <FailureNote failure={failure} />
    </div>
  )
}

const secondLine = ({ counterparty, detail }: Found) => [counterparty?.name, detail].filter(Boolean).join(' · ')
