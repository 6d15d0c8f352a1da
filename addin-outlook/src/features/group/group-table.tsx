import { Checkbox } from '@fluentui/react-components'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { groupTexts } from '@counterpane/shared/text/group-pane'
import { Heard } from '@counterpane/shared/ui/heard'
import { usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import type { GroupDesk, GroupState } from './group-desk'
import { mayTick } from './group-lines'
import { GroupRow } from './group-row'

/** The emails one under another. Arrows move from tick to tick, Space ticks, Ctrl+A ticks all that can be. */
export function GroupTable({ desk, state }: { desk: GroupDesk; state: GroupState }) {
  const texts = groupTexts[usePaneState().locale]
  const pane = usePaneStyles()
  const keys = useId()
  const list = useRef<HTMLUListElement>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const { lines, phase } = state
  const tickable = lines.filter(mayTick)
  const ticked = tickable.filter((line) => line.ticked).length
  const here = tickable.some(({ itemId }) => itemId === current) ? current : tickable[0]?.itemId ?? null

  function onKeyDown(event: KeyboardEvent) {
    const box = event.target
    if (!(box instanceof HTMLInputElement) || box.type !== 'checkbox') return
    if ((event.ctrlKey || event.metaKey) && event.code === 'KeyA') {
      event.preventDefault()
      return desk.tickAll(true)
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])]
    boxes[boxes.indexOf(box) + step]?.focus()
  }
  return (
    <section className={pane.section} aria-label={texts.table}>
      {phase !== 'registering' && tickable.length > 1 && (
        <Checkbox className={pane.flush} checked={ticked === tickable.length ? true : ticked === 0 ? false : 'mixed'} label={`${texts.selectAll} (${ticked}/${tickable.length})`} onChange={() => desk.tickAll(ticked < tickable.length)} />
      )}
      <Heard><span id={keys}>{texts.keys}</span></Heard>
      <ul ref={list} className={pane.list} aria-label={texts.table} aria-describedby={keys} onKeyDown={onKeyDown}>
        {lines.map((line) => <GroupRow key={line.itemId} line={line} desk={desk} frozen={phase === 'registering'} tabStop={line.itemId === here} onFocus={() => setCurrent(line.itemId)} />)}
      </ul>
    </section>
  )
}
