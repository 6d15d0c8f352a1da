import { listTexts } from '@counterpane/shared/text/list-journal'
import { Button, Checkbox, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { ArrowDown16Regular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUp16Regular } from '@fluentui/react-icons/svg/arrow-up'
import { ReOrderDotsVertical16Regular } from '@fluentui/react-icons/svg/re-order-dots-vertical'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { allColumns } from './grid-columns'
import type { Columns } from './use-columns'

/** Which columns the list has and in which order; the list behind follows at once. */
export function ColumnsDialog({ columns: { columns, setColumns, reset }, all = allColumns, names: given, onClose }: { columns: Columns; all?: readonly string[]; names?: Readonly<Record<string, string>>; onClose: () => void }) {
  const { locale } = useSurroundings()
  const { columns: text, column } = listTexts[locale]
  const names: Readonly<Record<string, string>> = given ?? column
  const shown = columns.flatMap(({ key }) => (all.includes(key) ? [key] : []))
  const hidden = all.filter((key) => !shown.includes(key))
  const [said, say] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const [dragged, drag] = useState<string | null>(null)

  const put = (key: string, place: number) => {
    const at = Math.min(columns.length - 1, Math.max(0, place))
    const moved = columns.find((column) => column.key === key)
    if (!moved || columns[at] === moved) return
    const rest = columns.filter((column) => column !== moved)
    setColumns([...rest.slice(0, at), moved, ...rest.slice(at)])
    say(text.moved(names[key] ?? key, at + 1, columns.length))
  }
  const toggle = (key: string, checked: boolean) => {
    if (checked) setColumns([...columns, { key, width: null }])
    else if (columns.length > 1) setColumns(columns.filter((column) => column.key !== key))
    else return say(text.atLeastOne)
    // The line goes to the other list; who works by keyboard goes on from there.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-column="${key}"] input`)?.focus())
  }
  const onKey = (event: KeyboardEvent, key: string) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    put(key, shown.indexOf(key) + (event.key === 'ArrowUp' ? -1 : 1))
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => { if (!open) onClose() }}>
      <DialogSurface className="jn-dialog jn-columns-dialog">
        <DialogBody>
          <DialogTitle>{text.title}</DialogTitle>
          <DialogContent ref={list} className="jn-columns">
            <p className="jn-quiet">{text.advice}</p>
            <h3>{text.shown}</h3>
            <ol>
              {shown.map((key, place) => (
                <li
                  key={key} data-column={key} data-dragged={dragged === key || undefined} draggable onKeyDown={(event) => onKey(event, key)}
                  onDragStart={(event) => { event.dataTransfer.effectAllowed = 'move'; event.dataTransfer.setData('text/plain', key); drag(key) }}
                  onDragOver={(event) => { if (dragged) { event.preventDefault(); if (dragged !== key) put(dragged, place) } }} onDrop={(event) => event.preventDefault()} onDragEnd={() => drag(null)}
                >
                  <ReOrderDotsVertical16Regular aria-hidden="true" className="jn-grip" />
                  <Checkbox checked label={names[key]} onChange={() => toggle(key, false)} />
                  <Button size="small" appearance="subtle" icon={<ArrowUp16Regular />} aria-label={text.up(names[key] ?? key)} disabledFocusable={place === 0} onClick={() => put(key, place - 1)} />
                  <Button size="small" appearance="subtle" icon={<ArrowDown16Regular />} aria-label={text.down(names[key] ?? key)} disabledFocusable={place === shown.length - 1} onClick={() => put(key, place + 1)} />
                </li>
              ))}
            </ol>
            {hidden.length > 0 && <h3>{text.hidden}</h3>}
            <ul>{hidden.map((key) => <li key={key} data-column={key}><Checkbox checked={false} label={names[key]} onChange={() => toggle(key, true)} /></li>)}</ul>
            <span role="status" className="jn-hidden">{said}</span>
          </DialogContent>
          <DialogActions>
            <Button onClick={reset}>{text.usual}</Button>
            <Button appearance="primary" onClick={onClose}>{text.done}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
