import type { IsolationLevel, SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import type { WriterTurn } from './bulk-writes'
import { openConnection, type Connection } from './connection'
import { createTurnQueue, type TurnQueue } from './turn-queue'
import { clientOver } from './writer-client'

const reads = /^\s*(SELECT|EXPLAIN)\b/i

export interface SerialisedOptions {
  path: string
  /** Told of every connection opened, so that its settings can be asserted. */
  onOpen?: (connection: Connection, name: 'writer' | 'reader') => void
  queue?: TurnQueue
  /** Kept up to date: whose turn it is on which connection. */
  turn?: WriterTurn
  timeoutMs?: number
}

/**
 * Prisma over one writing and one reading connection. Writes and transactions take turns, so that no write can fall into another's
 * transaction and vanish with its rollback; reads outside a transaction never see what is not committed. After a failed COMMIT the
 * writing connection is opened anew, since the old one may be stuck inside its transaction.
 */
export function serialisedAdapter({ path, onOpen, queue = createTurnQueue(), turn = { connection: null, work: null }, timeoutMs }: SerialisedOptions): SqlDriverAdapterFactory {
  const open = (name: 'writer' | 'reader') => {
    const connection = openConnection(path, { readOnly: name === 'reader', timeoutMs })
    onOpen?.(connection, name)
    if (name === 'writer') turn.connection = connection
    return connection
  }
  return {
    provider: 'sqlite', adapterName: 'counterpane-serialised-libsql',
    async connect(): Promise<SqlDriverAdapter> {
      let writing = open('writer')
      const reading = open('reader')
      const writer = await adapterOver(() => writing)
      const reader = await adapterOver(() => reading)
      const reopen = () => { close(writing); writing = open('writer') }
      const inTurn = async <T>(work: () => Promise<T>) => {
        const endTurn = await queue.take()
        try { return await work() } finally { endTurn() }
      }
      return {
        provider: 'sqlite', adapterName: 'counterpane-serialised-libsql',
        queryRaw: (query) => (reads.test(query.sql) ? reader.queryRaw(query) : inTurn(() => writer.queryRaw(query))),
        executeRaw: (query) => inTurn(() => writer.executeRaw(query)),
        executeScript: (script) => inTurn(() => writer.executeScript(script)),
        startTransaction: (level) => startInTurn({ writer, queue, reopen, level, turn }),
        dispose: () => inTurn(async () => { close(reading); close(writing) }),
      }
    },
  }
}

interface Start { writer: SqlDriverAdapter; queue: TurnQueue; reopen: () => void; level: IsolationLevel | undefined; turn: WriterTurn }

async function startInTurn({ writer, queue, reopen, level, turn }: Start): Promise<Transaction> {
  const endTurn = await queue.take()
  const transaction = await writer.startTransaction(level).catch((error: unknown) => {
    endTurn()
    throw error
  })
  turn.work = transaction
  const finish = (end: () => Promise<void>) => async () => {
    turn.work = null
    try {
      await end()
    } catch (error) {
      reopen()
      throw error
    } finally {
      endTurn()
    }
  }
  const commit = transaction.commit.bind(transaction)
  const rollback = transaction.rollback.bind(transaction)
  return Object.assign(transaction, { commit: finish(commit), rollback: finish(rollback) })
}

class OverConnection extends PrismaLibSql {
  constructor(private readonly connection: () => Connection) { super({ url: 'file:' }, { timestampFormat: 'unixepoch-ms' }) }
  override createClient() { return clientOver(this.connection) }
}
/** Prisma's adapter over a connection of ours. By itself it guards nobody from another adapter on the same connection. */
export const adapterOver = (connection: () => Connection) => new OverConnection(connection).connect()

function close(connection: Connection) {
  // A connection closed in the middle of a transaction lives on with its lock until its statements are collected.
  if (connection.open && connection.inTransaction) connection.exec('ROLLBACK')
  if (connection.open) connection.close()
}
