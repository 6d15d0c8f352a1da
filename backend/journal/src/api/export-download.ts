import { NoConnectionError, ProblemError } from '@counterpane/shared/contract/http-client'
import type { Problem } from '@counterpane/shared/contract/problem'
import { streamRoutes } from '@counterpane/shared/contract/routes'

export type ExportFormat = 'xlsx' | 'csv'
export interface ExportProgress { rows: number; total: number | null }
/** The file ended before its end: the server was cut off in the middle. */
export class CutOffError extends Error {}

type QueryValue = string | number | boolean | readonly (string | number)[] | null | undefined
const pathOf = (name: keyof typeof streamRoutes) => streamRoutes[name].replace('GET ', '')

export function exportUrl(format: ExportFormat, query: Readonly<Record<string, QueryValue>>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value as readonly (string | number)[] : [value as Exclude<QueryValue, readonly (string | number)[]>]) if (one !== undefined && one !== null && one !== '') params.append(name, String(one))
  }
  return `${pathOf(format === 'xlsx' ? 'exportXlsx' : 'exportCsv')}?${params}`
}

export async function askProgress(ticket: string, signal: AbortSignal): Promise<ExportProgress | null> {
  const response = await fetch(`${pathOf('exportProgress')}?${new URLSearchParams({ ticket })}`, { signal, credentials: 'same-origin' }).catch(() => null)
  const answer: unknown = response?.ok ? await response.json().catch(() => null) : null
  if (typeof answer !== 'object' || answer === null || !('rows' in answer) || typeof answer.rows !== 'number') return null
  return { rows: answer.rows, total: 'total' in answer && typeof answer.total === 'number' ? answer.total : null }
}

const prefix = 'export-'
const oldAfterMs = 3_600_000
/** The browser's own disk, where a file can grow without anybody holding it in memory; what earlier exports left there is thrown away. */
async function openDisk(ticket: string) {
  if (!('storage' in navigator) || !('getDirectory' in navigator.storage) || typeof FileSystemFileHandle === 'undefined' || !('createWritable' in FileSystemFileHandle.prototype)) return null
  try {
    const root = await navigator.storage.getDirectory()
    for await (const [name, handle] of root.entries()) {
      if (!name.startsWith(prefix) || !(handle instanceof FileSystemFileHandle)) continue
      const { lastModified } = await handle.getFile()
      if (Date.now() - lastModified > oldAfterMs) await root.removeEntry(name).catch(() => undefined)
    }
    const handle = await root.getFileHandle(`${prefix}${ticket}`, { create: true })
    return { writable: await handle.createWritable(), file: () => handle.getFile(), forget: () => root.removeEntry(`${prefix}${ticket}`).catch(() => undefined) }
  } catch { return null }
}

function fileName(response: Response, format: ExportFormat): string {
  const said = response.headers.get('content-disposition') ?? ''
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(said)?.[1]
  try { if (coded) return decodeURIComponent(coded) } catch { /* the plain name will do */ }
  return /filename="?([^";]+)"?/i.exec(said)?.[1] ?? `contacts.${format}`
}
async function refusal(response: Response): Promise<Error> {
  const answer: unknown = await response.json().catch(() => null)
  const problem: Problem = typeof answer === 'object' && answer !== null && 'code' in answer ? answer as Problem : { type: 'about:blank', title: `HTTP ${response.status}`, status: response.status, code: 'unreadable-answer', detail: '', reference: '' }
  return new ProblemError(problem, Number(response.headers.get('retry-after')) || null)
}

/** Brings the file to the browser's disk, and only when it is whole hands it over as a download. An abort leaves nothing behind. */
export async function downloadExport({ url, format, ticket, signal }: { url: string; format: ExportFormat; ticket: string; signal: AbortSignal }): Promise<string> {
  const response = await fetch(url, { signal, credentials: 'same-origin' }).catch((error: unknown) => {
    if (signal.aborted) throw error
    throw new NoConnectionError('no answer', { cause: error })
  })
  if (!response.ok || !response.body) throw await refusal(response)
  const disk = await openDisk(ticket)
  try {
    if (disk) await response.body.pipeTo(disk.writable, { signal })
    save(disk ? await disk.file() : await response.blob(), fileName(response, format))
  } catch (error) {
    await disk?.forget()
    if (signal.aborted) throw error
    throw new CutOffError('the file is not whole', { cause: error })
  }
  return fileName(response, format)
}

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads the file after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
