import type { Page } from 'playwright-core'

interface TraceEvent { name: string; ph: string; ts: number; tid: number; pid: number; dur?: number; tdur?: number; args?: { name?: string } }
/** What a page's main thread was busy with: its longest task by the clock, and of the processor, which a busy machine does not stretch; `frames` in words. */
export interface TracedWork { clock: number; processor: number; longTasks: number; frames: string }

export async function traceWork(page: Page, act: () => Promise<void>): Promise<TracedWork> {
  const chromium = page.context().browser()
  if (!chromium) throw new Error('no browser')
  await page.evaluate(() => {
    const counted = window as unknown as { longTasks: number }
    counted.longTasks = 0
    new PerformanceObserver((list) => { counted.longTasks += list.getEntries().length }).observe({ entryTypes: ['longtask'] })
  })
  await chromium.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline', 'disabled-by-default-devtools.timeline.frame', '__metadata'] })
  await act()
  const { traceEvents } = JSON.parse((await chromium.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] }
  const longTasks = await page.evaluate(() => (window as unknown as { longTasks: number }).longTasks)
  const main = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`))
  const tasks = traceEvents.filter(({ name, ph, pid, tid }) => /RunTask/.test(name) && ph === 'X' && main.has(`${pid} ${tid}`))
  expect(tasks.length).toBeGreaterThan(100)
  const most = (of: (event: TraceEvent) => number | undefined) => tasks.reduce((longest, event) => Math.max(longest, (of(event) ?? 0) / 1_000), 0)
  return { clock: most(({ dur }) => dur), processor: most(({ tdur }) => tdur), longTasks, frames: framesOf(traceEvents) }
}

function framesOf(events: readonly TraceEvent[]): string {
  const drawn = events.filter(({ name }) => name === 'DrawFrame').map(({ ts }) => ts / 1_000).sort((a, b) => a - b)
  const gaps = drawn.slice(1).map((at, index) => at - (drawn[index] ?? at)).sort((a, b) => a - b)
  if (gaps.length === 0) return 'no frames in the trace'
  return `${drawn.length} frames drawn, every 20th gap above ${gaps[Math.floor(gaps.length * 0.95)]?.toFixed(1)} ms, the longest ${gaps.at(-1)?.toFixed(1)} ms`
}
