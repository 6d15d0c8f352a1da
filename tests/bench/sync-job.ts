/** What a reader of the calendar is told, as one JSON argument; what it answers, as one JSON line. */
export interface SyncJob { path: string; baseUrl: string; managerId: string; mailbox: string; clock: number; window: { from: number; to: number } }
export interface SyncFigures { events: number; contacts: number; seconds: number; cpuSeconds: number; rssGrowthMb: number }

export const readJob = () => JSON.parse(process.argv[2] ?? '{}') as SyncJob

/** Times the work, and looks how far the process grows beyond what it is when it begins. */
export async function measured(work: () => Promise<unknown>): Promise<Pick<SyncFigures, 'seconds' | 'cpuSeconds' | 'rssGrowthMb'>> {
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => { most = Math.max(most, process.memoryUsage.rss()) }, 50)
  const [started, cpu] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  clearInterval(watch)
  return { seconds: (performance.now() - started) / 1_000, cpuSeconds: (user + system) / 1e6, rssGrowthMb: Math.round((Math.max(most, process.memoryUsage.rss()) - before) / 2 ** 20) }
}

/** Adds what stands in the tables in the end, for the comparison. */
export function tell(figures: Omit<SyncFigures, 'events' | 'contacts'>, count: (query: string) => number): void {
  process.stdout.write(`${JSON.stringify({ events: count('SELECT COUNT(*) AS n FROM CalendarEntry'), contacts: count('SELECT COUNT(*) AS n FROM CalendarMeeting'), ...figures })}\n`)
}
