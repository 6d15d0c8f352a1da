import { clientExportRoutes } from '@counterpane/shared/contract/client-list-routes'
import { clientListTexts } from '@counterpane/shared/text/client-list-journal'
import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger, Popover, PopoverSurface } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'
import { useEffect, useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ExportStanding } from '../exports/export-standing'
import { shareOf, useFileMaking } from '../exports/use-file-making'
import '../styles/journal-client-export.css'
import type { Columns } from '../table/use-columns'
import { ownZone } from '../view/journal-view'
import { queryOf, type ClientListView } from './client-list-view'

const files = ['clientsXlsx', 'clientsCsv', 'personsXlsx', 'personsCsv'] as const
type File = (typeof files)[number]
interface Props { view: ClientListView; columns: Columns; ids: readonly string[] }

/** Excel and CSV of exactly what is on screen, or of the chosen clients; of the people of the same clients too. While a file is being made, the button says how far it is. */
export function ClientExportMenu({ view, columns, ids }: Props) {
  const { locale } = useSurroundings()
  const say = clientListTexts[locale].exports
  const making = useFileMaking((file: File, ticket) => {
    const params = new URLSearchParams({ sort: view.sort, timeZone: ownZone(), language: locale, ticket })
    for (const [name, value] of Object.entries(ids.length > 0 ? { id: ids } : queryOf(view))) for (const one of Array.isArray(value) ? value as readonly string[] : [String(value)]) params.append(name, one)
    for (const { key } of columns.columns) params.append('columns', key)
    return { url: `${clientExportRoutes[file].replace('GET ', '')}?${params}`, format: file.endsWith('Csv') ? 'csv' : 'xlsx' }
  })
  const { state } = making
  const [asking, ask] = useState(false)
  const [told, tell] = useState(false)
  const [button, setButton] = useState<HTMLElement | null>(null)
  const running = state.is === 'running'
  const share = shareOf(making)
  // "Cancel" and "Retry" go when they are pressed: by keyboard one goes on from the button that stays.
  useEffect(() => { if (state.is !== 'idle' && document.activeElement === document.body) button?.focus() }, [state.is, button])
  const [nounOf, formatOf] = [(file: File) => (file.startsWith('clients') ? say.clients : say.persons), (file: File) => (file.endsWith('Csv') ? 'CSV' : 'Excel')]
  const bring = (file: File) => {
    making.start(file)
    tell(true)
  }
  return (
    <>
      <Menu open={asking && !running} onOpenChange={(_, { open }) => { if (running) tell(open); else ask(open) }}>
        <MenuTrigger disableButtonEnhancement><MenuButton ref={setButton} className="jn-tool" size="small" appearance="subtle" icon={<ArrowDownloadRegular />} aria-label={`${say.menu}${share}`}><span className="jn-tool-name">{say.menu}</span>{share}</MenuButton></MenuTrigger>
        <MenuPopover>
          <MenuList>{files.map((file) => <MenuItem key={file} onClick={() => bring(file)}>{`${nounOf(file)}: ${formatOf(file)}`}</MenuItem>)}</MenuList>
        </MenuPopover>
      </Menu>
      <Popover inline unstable_disableAutoFocus open={told && state.is !== 'idle'} positioning={{ target: button, position: 'below', align: 'end', offset: 4 }} onOpenChange={(_, { open }) => tell(open)}>
        <PopoverSurface className="jn-client-export" aria-label={say.menu}><ExportStanding making={making} nameOf={(file) => `${formatOf(file)} (${nounOf(file)})`} doneWords={say.done} /></PopoverSurface>
      </Popover>
    </>
  )
}
