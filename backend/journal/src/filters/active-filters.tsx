import { filterTexts } from '@counterpane/shared/text/filters-journal'
import { Button } from '@fluentui/react-components'
import { Dismiss12Regular } from '@fluentui/react-icons/svg/dismiss'
import { useRef, type KeyboardEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import type { ChangeView } from '../view/hash-route'
import { withoutFilters, type JournalView } from '../view/journal-view'
import type { FilterChip } from './filter-chips'

/** Every active filter in words; a press, or Delete, takes it away, and the focus goes to its neighbour. */
export function ActiveFilters({ chips, view, change }: { chips: readonly FilterChip[]; view: JournalView; change: ChangeView }) {
  const { locale } = useSurroundings()
  const text = filterTexts[locale]
  const list = useRef<HTMLDivElement>(null)
  if (chips.length === 0) return null
  const remove = (chip: FilterChip) => {
    const index = chips.indexOf(chip)
    change(chip.without)
    // The chip that had the focus is gone after the next drawing.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const left = list.current?.querySelectorAll<HTMLElement>('button')
      const target = left?.[Math.min(index, left.length - 1)] ?? document.querySelector<HTMLElement>('.jn-more-filters')
      if (document.activeElement === document.body) target?.focus()
    }))
  }
  const onKey = (chip: FilterChip) => (event: KeyboardEvent) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return
    event.preventDefault()
    remove(chip)
  }
  return (
    <div ref={list} role="group" aria-label={text.active} className="jn-chips">
      {chips.map((chip) => (
        <button key={chip.key} type="button" className="jn-filter-chip" aria-label={text.remove(chip.words)} title={chip.words} onClick={() => remove(chip)} onKeyDown={onKey(chip)}>
          <span className="jn-clip">{chip.words}</span><Dismiss12Regular aria-hidden="true" />
        </button>
      ))}
      <Button size="small" appearance="transparent" className="jn-clear" onClick={() => change(withoutFilters(view))}>{text.clear}</Button>
    </div>
  )
}
