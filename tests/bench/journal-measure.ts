import { openConnection } from '@counterpane/backend/platform/db/connection'
import type { BenchServer } from './bench-processes'
import { latencyOf, type Pace, throughputOf } from './comparison'
import { drawFilters, rowsPath } from './drawn-filters'
import { drawWords } from './drawn-words'
import { journalQuestions } from './journal-questions'
import { assertSameRows, maskedAmong } from './same-rows'
import { rounded, spreadOf } from './spread'

interface JournalMeasured { database: string; ours: BenchServer; floor: BenchServer; headers: Record<string, string>; pace: Pace; say(line: string): void }
const seed = 6
const pairs = { warmUp: 100, measured: 400, compared: 120 }
const slowestShown = 6

/** The journal over HTTP as its page asks it: a hundred rows under any two indexed filters (beside the floor), words, and what is asked more seldom, by one caller. */
export async function measureJournal({ database, ours, floor, headers, pace, say }: JournalMeasured) {
  const db = openConnection(database, { readOnly: true })
  try {
    const filters = drawFilters(db, seed)
    const paths = Array.from({ length: pairs.warmUp + pairs.measured }, () => rowsPath(filters.pair()))
    const question = { question: 'page', addresses: [], headers } as const
    const inTurn = async (server: BenchServer, asked: readonly string[], warmUpRequests: number) => {
      const cpu = server.cpuMs()
      const { times = [] } = await latencyOf({ ...question, paths: asked }, server.url, { seconds: 0, warmUpRequests })
      return { times, ...spreadOf(times), aloneCpuMsEach: cpu === null ? null : rounded(((server.cpuMs() ?? 0) - cpu) / asked.length) }
    }
    const get = (server: BenchServer) => async (path: string): Promise<unknown> => (await fetch(server.url + path, { headers })).json()

    say('journal: the floor gives the same rows…')
    const rowsCompared = await assertSameRows({ paths: paths.slice(-pairs.compared), ours: get(ours), floor: get(floor), masked: maskedAmong(db) })
    say(`journal, two filters at a time (seed ${seed})…`)
    const { times, ...alone } = await inTurn(ours, paths, pairs.warmUp)
    const floorAlone = await inTurn(floor, paths, pairs.warmUp)
    const load = await throughputOf({ ...question, paths }, { path: '', ours, floor, pace, warmUpRequests: pairs.warmUp })
    say('journal: words…')
    const { kinds, words, warmUp, seldom } = journalQuestions(filters, drawWords(db, seed))
    const { times: wordTimes, ...text } = await inTurn(ours, [...warmUp, ...words.map(({ path }) => path)], warmUp.length)
    const byKind = Object.fromEntries(kinds.map((kind) => [kind, spreadOf(wordTimes.filter((_, at) => words[at]?.kind === kind))]))
    const rest: Record<string, Record<string, { p50Ms: number; maxMs: number }>> = {}
    for (const [part, { repeats, questions }] of Object.entries(seldom)) {
      say(`journal: ${part}…`)
      const figures = (rest[part] = {} as Record<string, { p50Ms: number; maxMs: number }>)
      for (const [name, path] of Object.entries(questions)) {
        const { p50Ms, maxMs } = await inTurn(ours, Array.from({ length: repeats + 1 }, () => path), 1)
        figures[name] = { p50Ms, maxMs }
      }
    }
    return {
      seed, questions: times.length, rowsCompared, ...alone, ...load, floorP50Ms: floorAlone.p50Ms, floorP95Ms: floorAlone.p95Ms, floorAloneCpuMsEach: floorAlone.aloneCpuMsEach, slowest: slowestOf(times, paths.slice(pairs.warmUp)),
      text: { questions: wordTimes.length, ...text, byKind, slowest: slowestOf(wordTimes, words.map(({ path }) => path)) }, ...rest,
    }
  } finally {
    db.close()
  }
}

/** What to look at first. */
const slowestOf = (times: readonly number[], paths: readonly string[]) =>
  times.map((ms, at) => ({ ms: rounded(ms), asked: decodeURIComponent((paths[at] ?? '').replace(/^.*\?/, '').replaceAll('+', ' ')) })).sort((a, b) => b.ms - a.ms).slice(0, slowestShown)
