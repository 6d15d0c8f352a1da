import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import zlib from 'node:zlib'
import readXlsxFile, { readSheetNames } from 'read-excel-file/node'

export type SheetValue = string | number | boolean | Date | null

/** Spreadsheets read `_x0041_` as the letter A; the library that reads here leaves it as it stands. */
const unescaped = (value: SheetValue) => (typeof value === 'string' ? value.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : value)

/** Every cell of a workbook's sheets, read by another library than the one that wrote it. */
export async function readSheets(bytes: Buffer): Promise<{ name: string; rows: SheetValue[][] }[]> {
  const names = await readSheetNames(bytes)
  return Promise.all(names.map(async (name) => {
    const rows = await readXlsxFile(bytes, { sheet: name, trim: false }) as unknown as SheetValue[][]
    return { name, rows: rows.map((row) => row.map(unescaped)) }
  }))
}

/** One part of a workbook as it is written, found by the list of parts at the end of the file. */
export function partOf(bytes: Buffer, name: string): string {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  for (let at = bytes.readUInt32LE(end + 16); at < end;) {
    const nameLength = bytes.readUInt16LE(at + 28)
    if (bytes.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const head = bytes.readUInt32LE(at + 42)
      const from = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28)
      return zlib.inflateRawSync(bytes.subarray(from, from + bytes.readUInt32LE(at + 20))).toString('utf8')
    }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  throw new Error(`no part ${name}`)
}

/** RFC 4180 taken strictly, with `;` between fields: anything that it does not allow fails. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const field = /(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/y
    field.lastIndex = at
    const found = field.exec(text)
    if (!found) throw new Error(`no CSV at ${at}: ${JSON.stringify(text.slice(at, at + 60))}`)
    row.push(found[1]?.replaceAll('""', '"') ?? found[2]!)
    if (found[3] === '\r\n') {
      rows.push(row)
      row = []
    }
    at = field.lastIndex
  }
  if (row.length > 0) throw new Error('the last line does not end')
  return rows
}

export const officeProgram = ['soffice', 'libreoffice'].flatMap((name) => (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name))).find((file) => fs.existsSync(file))

/** The first sheet as LibreOffice writes it to CSV. */
export function convertedByOffice(bytes: Buffer): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterpane-sheet-'))
  try {
    fs.writeFileSync(path.join(folder, 'a.xlsx'), bytes)
    execFileSync(officeProgram!, ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'csv:Text - txt - csv (StarCalc):59,34,76', '--outdir', folder, path.join(folder, 'a.xlsx')], { timeout: 60_000, stdio: 'ignore' })
    return fs.readFileSync(path.join(folder, 'a.csv'), 'utf8').replace(/^\uFEFF/, '')
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
