import { promisify } from 'node:util'
import yauzl from 'yauzl'
import { tableLimits, tableProblems, unreadable } from './table-errors'

const openZip = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)

/**
 * A workbook is a zip file, and a small one may unpack to anything. Its entries are counted as they declare themselves and then as they really are:
 * the library refuses an entry that is longer than it said.
 */
export async function assertHarmless(path: string, signal?: AbortSignal): Promise<void> {
  const zip = await openZip(path, { lazyEntries: true, validateEntrySizes: true, autoClose: false }).catch(() => { throw unreadable(tableProblems.notWorkbook) })
  try {
    if (zip.entryCount > tableLimits.entries) throw unreadable(tableProblems.bomb)
    const entries = await entriesOf(zip)
    if (entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0) > tableLimits.unpacked) throw unreadable(tableProblems.bomb)
    if (!entries.some((entry) => entry.fileName.startsWith('xl/worksheets/'))) throw unreadable(tableProblems.notWorkbook)
    for (const entry of entries) await walkThrough(zip, entry, signal)
  } finally {
    zip.close()
  }
}

function entriesOf(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = []
    zip.on('entry', (entry: yauzl.Entry) => { entries.push(entry); zip.readEntry() })
    zip.once('end', () => { resolve(entries) })
    zip.once('error', () => { reject(unreadable(tableProblems.notWorkbook)) })
    zip.readEntry()
  })
}

function walkThrough(zip: yauzl.ZipFile, entry: yauzl.Entry, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) { reject(signal.reason as Error); return }
    zip.openReadStream(entry, (error, stream) => {
      if (error) { reject(unreadable(tableProblems.notWorkbook)); return }
      stream.once('error', () => { reject(unreadable(tableProblems.notWorkbook)) })
      stream.once('end', resolve)
      stream.resume()
    })
  })
}
