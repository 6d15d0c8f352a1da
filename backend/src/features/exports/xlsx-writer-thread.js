'use strict'
// The thread behind xlsx-bytes.ts: rows come in, pieces of the workbook go out; nothing more is taken in before what came is packed.
const { Writable } = require('node:stream')
const { parentPort, workerData } = require('node:worker_threads')
const { stream: { xlsx } } = require('exceljs')

let pieces = []
const out = new Writable({ write(piece, _encoding, done) { pieces.push(piece); done() } })
const book = new xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false, creator: 'Counterpane', lastModifiedBy: 'Counterpane', created: new Date(workerData.madeAt), zip: { zlib: { level: 3 } } })
const numberFormats = { time: 'dd.mm.yyyy hh:mm', day: 'dd.mm.yyyy' }
// The same object each time: its place among the workbook's styles is then found at once.
const styles = { time: { numFmt: numberFormats.time }, day: { numFmt: numberFormats.day }, bold: { font: { bold: true } }, title: { font: { bold: true, size: 14 } }, wrap: { alignment: { wrapText: true, vertical: 'top' } } }
let sheet = null

const writing = {
  sheet({ name, header, widths, frozen }) {
    endSheet()
    sheet = book.addWorksheet(name, { views: frozen ? [{ state: 'frozen', ySplit: 1, topLeftCell: 'A2', activeCell: 'A2' }] : [] })
    const { stream } = sheet
    const write = stream.write.bind(stream)
    stream.write = (xml, ...rest) => write(withSpaces(xml), ...rest)
    sheet.columns = widths.map((width) => ({ width }))
    sheet.counterpane = { rows: 0, columns: widths.length, filtered: frozen }
    if (header) add(header.map((text) => [text, 'bold']))
  },
  rows({ rows }) { rows.forEach(add) },
  end() { endSheet() },
}

/** Spreadsheets may drop spaces at the ends of a text, and its line breaks, unless it says that they are meant. The library cannot say so of plain texts; within a text there is no `<`. */
const textCell = / t="str"><v>((?:\s[^<]*|[^<]*[\n\t][^<]*|[^<]*\s))<\/v>/g
const withSpaces = (xml) => (typeof xml === 'string' ? xml.replace(textCell, ' t="inlineStr"><is><t xml:space="preserve">$1</t></is>') : xml)

/** A cell is a text, a number, nothing, or one of these with the name of its style. */
function add(cells) {
  const row = sheet.addRow(cells.map((cell) => (Array.isArray(cell) ? cell[0] : cell)))
  cells.forEach((cell, index) => { if (Array.isArray(cell)) row.getCell(index + 1).style = styles[cell[1]] })
  row.commit()
  sheet.counterpane.rows++
}

function endSheet() {
  if (sheet === null) return
  const { rows, columns, filtered } = sheet.counterpane
  if (filtered) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows, column: columns } }
  sheet.commit()
  sheet = null
}

const later = () => new Promise((resolve) => setImmediate(resolve))
/** The library's own stream never says "wait"; what it has handed to the packer and the packer has not taken yet is looked at instead. */
async function packed(stream) {
  while (stream !== null && stream.pipes.some((pipe) => pipe.writableLength + pipe.readableLength > 262_144)) await later()
}

async function answer(order) {
  writing[order.kind](order)
  if (order.kind === 'end') await book.commit()
  else await packed(sheet === null ? null : sheet.stream)
  const bytes = new Uint8Array(Buffer.concat(pieces))
  pieces = []
  parentPort.postMessage({ bytes }, [bytes.buffer])
}

parentPort.on('message', (order) => {
  // Here this ends the thread alone, and between two pieces of work.
  if (order.kind === 'leave') process.exit(0)
  answer(order).catch((error) => { throw error })
})
