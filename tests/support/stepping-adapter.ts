import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { serialisedAdapter, type SerialisedOptions } from '@counterpane/backend/platform/db/serialised-adapter'

/** The database's own adapter that tells of every statement before it, and of every COMMIT before and after it. What `step` throws is what the statement ends with. */
export function steppingAdapter(path: string, step: () => void, onOpen?: SerialisedOptions['onOpen']): SqlDriverAdapterFactory {
  const factory = serialisedAdapter({ path, onOpen })
  return {
    provider: 'sqlite', adapterName: 'stepping',
    async connect() {
      const inner = await factory.connect()
      return {
        ...inner,
        async startTransaction(level) {
          const transaction = await inner.startTransaction(level)
          const [queryRaw, executeRaw, commit, rollback] = [transaction.queryRaw.bind(transaction), transaction.executeRaw.bind(transaction), transaction.commit.bind(transaction), transaction.rollback.bind(transaction)]
          const stepped = <T, R>(work: (given: T) => Promise<R>) => async (given: T) => { step(); return work(given) }
          // Whoever dies before COMMIT leaves nothing behind; here the next ones shall get their turn.
          const beforeCommit = async () => {
            try { step() } catch (error) { await rollback(); throw error }
          }
          return Object.assign(transaction, { queryRaw: stepped(queryRaw), executeRaw: stepped(executeRaw), commit: async () => { await beforeCommit(); await commit(); step() } })
        },
      }
    },
  }
}
