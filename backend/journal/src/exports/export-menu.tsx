import { bulkTexts } from '@counterpane/shared/text/bulk-journal'
import { Button } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'
import { lazy, useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { LazyPart } from '../parts/lazy-part'
import type { Columns } from '../table/use-columns'
import type { JournalView } from '../view/journal-view'
import { useExport } from './use-export'
import { shareOf } from './use-file-making'

const ExportDialog = lazy(() => import('./export-dialog').then(({ ExportDialog: dialog }) => ({ default: dialog })))

/** Excel and CSV of what is on screen. While a file is being made, the button says how far it is. */
export function ExportMenu({ view, columns }: { view: JournalView; columns: Columns }) {
  const { locale } = useSurroundings()
  const text = bulkTexts[locale].exports
  const exporting = useExport({ view, columns })
  const [open, setOpen] = useState(false)
  const share = shareOf(exporting)
  return (
    <>
      <Button className="jn-export jn-tool" size="small" appearance="subtle" icon={<ArrowDownloadRegular />} aria-haspopup="dialog" aria-label={`${text.menu}${share}`} title={text.title} onClick={() => setOpen(true)}><span className="jn-tool-name">{text.menu}</span>{share}</Button>
      {open && <LazyPart lines={0}><ExportDialog view={view} columns={columns} exporting={exporting} onClose={() => setOpen(false)} /></LazyPart>}
    </>
  )
}
