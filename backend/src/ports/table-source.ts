/** A line of a table as a spreadsheet shows it: texts only. `row` is the number that a spreadsheet shows beside it, the header's line being 1. */
export interface TableRow { row: number; cells: string[] }
/** A line that could not be told apart from its neighbours. */
export interface BrokenRow { row: number; broken: 'quotes' | 'too-long' }
export type TableLine = TableRow | BrokenRow

export interface Table {
  kind: 'csv' | 'xlsx' | 'vcard'
  /** Of a CSV file: how it was read. */
  encoding?: string
  delimiter?: string
  /** SHA-256 of the file's bytes, in hex. */
  hash: string
  header: string[]
  /** The lines below the header, once. Empty lines are left out. Throws `file-unreadable` when the file turns out not to be what it began as. */
  lines(): AsyncIterable<TableLine>
}

/** Reads tables out of files that people have: CSV in any of the usual encodings, XLSX, vCard. Memory does not grow with the file. */
export interface TableSource { open(path: string, signal?: AbortSignal): Promise<Table> }

/** Files that were sent to be imported, each under a key that is a UUID of ours, until the import is done with. Nobody else reads the place. */
export interface UploadedTables {
  /** Takes the bytes in as they come; null when there are more than `most`, and nothing is left behind then. */
  receive(key: string, bytes: AsyncIterable<Uint8Array>, most: number): Promise<{ size: number } | null>
  /** Null when there is no such file. Throws `file-unreadable` when it is no table. */
  open(key: string, signal?: AbortSignal): Promise<Table | null>
  remove(key: string): Promise<void>
  keys(): Promise<string[]>
}
