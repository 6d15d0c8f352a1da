'use strict'
// The thread behind side-reader.ts: one read-only connection, one question at a time, in the order asked.
const { parentPort, workerData } = require('node:worker_threads')
const Database = require('libsql')

const connection = new Database(workerData.path, { timeout: workerData.timeoutMs })
connection.exec(`PRAGMA busy_timeout=${workerData.timeoutMs}; PRAGMA query_only=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32768`)
const prepared = new Map()
// A pragma could take back that this connection only reads.
const question = /^\s*(SELECT|WITH)\b/i

function statement(sql) {
  let made = prepared.get(sql)
  if (!made) {
    if (!question.test(sql)) throw new Error('only questions are asked here')
    if (prepared.size > 200) prepared.clear()
    prepared.set(sql, (made = connection.prepare(sql)))
  }
  return made
}

parentPort.on('message', (asked) => {
  if (asked === null) return parentPort.close()
  const { id, sql, parameters } = asked
  try {
    parentPort.postMessage({ id, rows: statement(sql).all(...parameters) })
  } catch (error) {
    parentPort.postMessage({ id, error: String(error && error.message) })
  }
})
