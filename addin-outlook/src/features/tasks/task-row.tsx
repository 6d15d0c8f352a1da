import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CircleRegular } from '@fluentui/react-icons/svg/circle'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { NoteRegular } from '@fluentui/react-icons/svg/note'
import { useRef, useState } from 'react'
import type { Task } from '@counterpane/shared/contract/task'
import { exactDate, nearDate, termText } from '@counterpane/shared/text/dates'
import { useStateColours } from '@counterpane/shared/ui/state-colours'
import type { Failure } from '../../app/failure'
import { FailureNote } from '../../app/failure-note'
import { onDemand } from '../../app/on-demand'
import { useDates, useDeed, usePane, useTexts } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { sendable } from '../../app/sendable'
import type { HandOverProps } from './hand-over-form'
import type { PostponeMenuProps } from './postpone-menu'

const PostponeMenu = onDemand<PostponeMenuProps>(() => import(/* webpackChunkName: "menus" */ './postpone-menu').then((part) => part.PostponeMenu))
const DoneForm = onDemand<{ task: Task; onSave: (result: string) => void; onClose: () => void }>(() => import(/* webpackChunkName: "forms" */ './done-form').then((part) => part.DoneForm))

const HandOverForm = onDemand<HandOverProps>(() => import(/* webpackChunkName: "forms" */ './hand-over-form').then((part) => part.HandOverForm))

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: '32px minmax(0, 1fr) 32px', alignItems: 'start', marginInline: '-8px' },
  words: { paddingTop: '5px', paddingBottom: '3px', overflowWrap: 'anywhere' },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3, display: 'block' },
  late: { fontWeight: tokens.fontWeightSemibold },
})

export function TaskRow({ task, onChanged }: { task: Task; onChanged: (task: Task) => void }) {
  const texts = useTexts()
  const dates = useDates()
  const pane = usePaneStyles()
  const styles = useStyles()
  const colours = useStateColours()
  const { api, session, store } = usePane()
  const [open, setOpen] = useState<'menu' | 'done' | 'hand-over' | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const more = useRef<HTMLButtonElement>(null)
  const check = useRef<HTMLButtonElement>(null)
  const deed = useDeed(setFailure)
  const late = new Date(task.dueAt) < dates.now

  const finish = (result: string) => deed(async () => {
    onChanged(await api('patchTask', { id: task.id, body: sendable({ done: true, result }) }))
    store.say(texts.taskDone(task.title))
  })
  const move = (to: Date) => deed(async () => {
    onChanged(await api('patchTask', { id: task.id, body: { dueAt: to.toISOString() } }))
    store.say(texts.taskMoved(task.title, nearDate(to.toISOString(), dates, false)))
  })
  return (
    <li>
      <div className={styles.row}>
        <Button ref={check} appearance="subtle" icon={task.kind === 'note' ? <NoteRegular /> : <CircleRegular />} aria-label={texts.markDone(task.title)} title={texts.done} aria-expanded={open === 'done'} onClick={() => setOpen(open === 'done' ? null : 'done')} />
        <div className={styles.words}>
          {task.title}
          <time className={mergeClasses(styles.small, late && colours.overdue, late && styles.late)} dateTime={task.dueAt} title={exactDate(task.dueAt, dates)}>
            {late && <span aria-hidden>! </span>}{late && new Date(task.dueAt).toDateString() === dates.now.toDateString() ? nearDate(task.dueAt, dates) : termText(task.dueAt, dates)}
          </time>
          {task.manager.id !== session.manager()?.id && <span className={styles.small}>{task.manager.name}</span>}
        </div>
        <Button ref={more} appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={texts.postpone(task.title)} title={texts.moveTo} aria-haspopup="menu" aria-expanded={open === 'menu'} onClick={() => setOpen(open === 'menu' ? null : 'menu')} />
      </div>
      {open === 'done' && <DoneForm task={task} onSave={(result) => void finish(result)} onClose={() => { setOpen(null); check.current?.focus() }} />}
      {open === 'menu' && <PostponeMenu anchor={more.current} onMove={(to) => void move(to)} onHandOver={() => setOpen('hand-over')} onClose={() => { setOpen(null); more.current?.focus() }} />}
      {open === 'hand-over' && <HandOverForm task={task} onSave={onChanged} onClose={() => { setOpen(null); more.current?.focus() }} />}
      {failure && <div className={pane.tight}><FailureNote failure={failure} /></div>}
    </li>
  )
}
