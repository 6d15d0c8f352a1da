import type { ClientColumn, ClientRow } from '@counterpane/shared/contract/client-list'
import { clientExportTexts, type ClientFileColumn, type PersonFileColumn } from '@counterpane/shared/text/client-export-text'
import { exportTexts } from '@counterpane/shared/text/export-text'
import type { Cell, FileColumn, Reading as FileReading } from './export-file'

export interface FileClient extends Omit<ClientRow, 'etag'> { taxNumber: string | null; loyalty: string | null; competitors: string | null; addresses: string[]; domains: string[]; phones: string[] }
export interface FilePerson { name: string; position: string | null; birthday: string | null; interests: string | null; acquaintance: string | null; client: string | null; taxNumber: string | null; addresses: string[]; phones: string[] }
type Reading = Pick<FileReading, 'locale' | 'wall'>

const several = (list: readonly string[]) => list.join('; ')
const clientCells: Record<ClientFileColumn, { width: number; read(row: FileClient, reading: Reading): Cell }> = {
  name: { width: 36, read: (row) => row.name }, taxNumber: { width: 16, read: (row) => row.taxNumber }, kind: { width: 14, read: (row, { locale }) => clientExportTexts[locale].kinds[row.kind] ?? row.kind },
  class: { width: 8, read: (row) => row.class }, vip: { width: 8, read: (row, { locale }) => (row.vip ? exportTexts[locale].yes : exportTexts[locale].no) }, status: { width: 16, read: (row) => row.status },
  manager: { width: 24, read: (row) => row.manager?.name ?? null }, industry: { width: 20, read: (row) => row.industry }, region: { width: 20, read: (row) => row.region }, turnover: { width: 14, read: (row) => row.turnover },
  adSource: { width: 20, read: (row) => row.adSource?.name ?? null }, addresses: { width: 32, read: (row) => several(row.addresses) }, domains: { width: 24, read: (row) => several(row.domains) }, phones: { width: 24, read: (row) => several(row.phones) },
  loyalty: { width: 30, read: (row) => row.loyalty }, competitors: { width: 30, read: (row) => row.competitors }, people: { width: 8, read: (row) => row.people }, openTasks: { width: 10, read: (row) => row.openTasks },
  lastHeldAt: { width: 17, read: (row, { wall }) => (row.lastHeldAt === null ? null : { at: wall(row.lastHeldAt), day: false, instant: row.lastHeldAt }) },
  next: { width: 17, read: (row, { wall }) => (row.next === null ? null : { at: wall(row.next.at), day: false, instant: row.next.at }) },
  createdAt: { width: 17, read: (row, { wall }) => ({ at: wall(row.createdAt), day: false, instant: row.createdAt }) },
}
const personCells: Record<PersonFileColumn, { width: number; read(row: FilePerson): Cell }> = {
  client: { width: 32, read: (row) => row.client }, clientTax: { width: 16, read: (row) => row.taxNumber }, person: { width: 28, read: (row) => row.name }, position: { width: 24, read: (row) => row.position },
  personAddresses: { width: 32, read: (row) => several(row.addresses) }, personPhones: { width: 24, read: (row) => several(row.phones) }, birthday: { width: 12, read: (row) => row.birthday },
  interests: { width: 30, read: (row) => row.interests }, acquaintance: { width: 30, read: (row) => row.acquaintance },
}

/** Those on screen in their order, then whatever else an import reads. The way to reach a client is told by its columns of its own. */
export function clientColumnsOf(wanted: readonly ClientColumn[] | undefined, reading: Reading): FileColumn<FileClient>[] {
  const words = clientExportTexts[reading.locale].clients
  const first = (wanted ?? []).flatMap((key) => (key === 'reach' ? [] : [key]))
  const order: ClientFileColumn[] = [...new Set([...first, ...(Object.keys(clientCells) as ClientFileColumn[]).filter((key) => !wanted || importable.has(key))])]
  return order.map((key) => ({ ...words[key], width: clientCells[key].width, read: (row) => clientCells[key].read(row, reading) }))
}
const importable: ReadonlySet<ClientFileColumn> = new Set(['name', 'taxNumber', 'kind', 'class', 'vip', 'manager', 'industry', 'region', 'status', 'turnover', 'adSource', 'addresses', 'domains', 'phones', 'loyalty', 'competitors'])

export function personColumnsOf({ locale }: Reading): FileColumn<FilePerson>[] {
  return (Object.keys(personCells) as PersonFileColumn[]).map((key) => ({ ...clientExportTexts[locale].persons[key], ...personCells[key] }))
}
