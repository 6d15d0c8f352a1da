import { clientExportRoutes } from '@counterpane/shared/contract/client-list-routes'
import { clientListTexts } from '@counterpane/shared/text/client-list-journal'
import { Button, Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'
import { useEffect, useRef, useState } from 'react'
import { downloadExport, type ExportFormat } from '../api/export-download'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import type { Columns } from '../table/use-columns'
import { ownZone } from '../view/journal-view'
import { queryOf, type ClientListView } from './client-list-view'

type File = 'clientsXlsx' | 'clientsCsv' | 'personsXlsx' | 'personsCsv'
interface Props { view: ClientListView; columns: Columns; ids: readonly string[] }

/** Excel and CSV of exactly what is on screen, or of the chosen clients; of the people of the same clients too. */
export function ClientExportMenu({ view, columns, ids }: Props) {
  const { locale } = useSurroundings()
  const say = clientListTexts[locale].exports
  const [state, setState] = useState<{ running: boolean; done: string | null; error: unknown }>({ running: false, done: null, error: null })
  const abort = useRef<AbortController | null>(null)
  useEffect(() => () => abort.current?.abort(), [])
  const bring = async (file: File) => {
    const run = new AbortController()
    abort.current = run
    const format: ExportFormat = file.endsWith('Csv') ? 'csv' : 'xlsx'
    const ticket = crypto.getRandomValues(new Uint32Array(4)).reduce((text, part) => text + part.toString(36).padStart(7, '0'), '')
    const params = new URLSearchParams({ sort: view.sort, timeZone: ownZone(), language: locale, ticket })
    for (const [name, value] of Object.entries(ids.length > 0 ? { id: ids } : queryOf(view))) for (const one of Array.isArray(value) ? value as readonly string[] : [String(value)]) params.append(name, one)
    for (const { key } of columns.columns) params.append('columns', key)
    setState({ running: true, done: null, error: null })
    try {
      setState({ running: false, error: null, done: await downloadExport({ url: `${clientExportRoutes[file].replace('GET ', '')}?${params}`, format, ticket, signal: run.signal }) })
    } catch (error) { setState({ running: false, done: null, error: run.signal.aborted ? null : error }) }
  }
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement><MenuButton className="jn-tool" size="small" appearance="subtle" icon={<ArrowDownloadRegular />} disabled={state.running}>{say.menu}</MenuButton></MenuTrigger>
        <MenuPopover>
          <MenuList>
            {([['clientsXlsx', `${say.clients}: Excel`], ['clientsCsv', `${say.clients}: CSV`], ['personsXlsx', `${say.persons}: Excel`], ['personsCsv', `${say.persons}: CSV`]] as const).map(([file, name]) => <MenuItem key={file} onClick={() => void bring(file)}>{name}</MenuItem>)}
          </MenuList>
        </MenuPopover>
      </Menu>
      <span role="status" className="jn-quiet">{state.running ? say.running : state.done !== null ? say.done(state.done) : ''}</span>
      {state.running && <Button size="small" appearance="subtle" onClick={() => abort.current?.abort()}>{say.cancel}</Button>}
      {state.error !== null && <ProblemNotice error={state.error} onRetry={() => setState({ running: false, done: null, error: null })} />}
    </>
  )
}
