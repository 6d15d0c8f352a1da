import { listTexts } from '@counterpane/shared/text/list-journal'
import { Button, ToggleButton } from '@fluentui/react-components'
import { CheckboxCheckedRegular } from '@fluentui/react-icons/svg/checkbox-checked'
import { ColorRegular } from '@fluentui/react-icons/svg/color'
import { TableSettingsRegular } from '@fluentui/react-icons/svg/table-settings'
import { lazy, useState, type ReactElement } from 'react'
import { useSurroundings } from '../api/journal-context'
import { LazyPart } from '../parts/lazy-part'
import type { Marks } from '../marks/use-marks'
import type { ChangeView } from '../view/hash-route'
import type { JournalView } from '../view/journal-view'
import { GroupMenu } from './group-menu'
import type { Columns } from './use-columns'

const ColumnsDialog = lazy(() => import('./columns-dialog').then(({ ColumnsDialog: dialog }) => ({ default: dialog })))
const MarksDialog = lazy(() => import('../marks/marks-dialog').then(({ MarksDialog: dialog }) => ({ default: dialog })))

interface Props { view: JournalView; change: ChangeView; columns: Columns; marks: Marks; selecting: boolean; onSelecting: (selecting: boolean) => void }

/** How the list looks: grouped by what, with which columns, marked how; and the switch by which rows are ticked with a finger. */
export function ListTools({ view, change, columns, marks, selecting, onSelecting }: Props) {
  const { locale } = useSurroundings()
  const text = listTexts[locale]
  const [open, show] = useState<'columns' | 'marks' | null>(null)
  const close = () => show(null)
  return (
    <span role="group" aria-label={text.tools} className="jn-list-tools">
      <ToggleButton className="jn-tool" size="small" appearance="subtle" icon={<CheckboxCheckedRegular />} checked={selecting} title={`${text.select.button} (x)`} aria-label={text.select.button} onClick={() => onSelecting(!selecting)}><Name>{text.select.button}</Name></ToggleButton>
      <GroupMenu view={view} change={change} />
      <Button className="jn-tool" size="small" appearance="subtle" icon={<TableSettingsRegular />} title={text.columns.button} aria-label={text.columns.button} aria-haspopup="dialog" onClick={() => show('columns')}><Name>{text.columns.button}</Name></Button>
      <Button className="jn-tool" size="small" appearance="subtle" icon={<ColorRegular />} title={text.marks} aria-label={text.marks} aria-haspopup="dialog" onClick={() => show('marks')}><Name>{text.marks}</Name></Button>
      {open === 'columns' && <LazyPart lines={0}><ColumnsDialog columns={columns} onClose={close} /></LazyPart>}
      {open === 'marks' && <LazyPart lines={0}><MarksDialog marks={marks} onClose={close} /></LazyPart>}
    </span>
  )
}
const Name = ({ children }: { children: string }): ReactElement => <span className="jn-tool-name">{children}</span>
