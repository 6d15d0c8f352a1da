import axe from 'axe-core'
import type { Frame, Page } from 'playwright-core'

interface Finding { rule: string; impact: string; where: string; help: string }

/** WCAG 2.2 AA and below. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What fades, slides or waits for its answer has other colours for a moment: nobody reads it then, and axe is not asked about it. */
async function comeToRest(frame: Frame) {
  await frame.waitForFunction(() => {
    const moving = document.getAnimations().some((one) => one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity)
    return !moving && document.querySelector('[data-busy], [data-waiting]') === null
  }, undefined, { timeout: 30_000 })
}

async function findingsIn(frame: Frame, disabled: string[]): Promise<Finding[]> {
  await comeToRest(frame)
  await frame.evaluate(axe.source)
  return frame.evaluate(async ({ tags, disabled }) => {
    const runner = (window as unknown as { axe: typeof axe }).axe
    const rules = Object.fromEntries(disabled.map((rule) => [rule, { enabled: false }]))
    // Fluent's sentinels around what keeps the focus: whoever comes to one is handed on at once.
    const { violations } = await runner.run({ exclude: [['[data-tabster-dummy]']] }, { runOnly: { type: 'tag', values: tags }, rules, iframes: false })
    return violations.flatMap(({ id, impact, help, nodes }) => nodes.map((node) => ({ rule: id, impact: impact ?? '', help, where: `${node.html.slice(0, 200)} ${node.any[0]?.message ?? ''}` })))
  }, { tags, disabled })
}

/** What axe finds on the page and in its frames. `disabled` names rules that don't concern the page, each with its reason beside the call. */
export async function axeFindings(page: Page | Frame, { disabled = [] }: { disabled?: string[] } = {}): Promise<Finding[]> {
  const frames = 'frames' in page ? page.frames() : [page]
  const all: Finding[] = []
  for (const frame of frames) all.push(...await findingsIn(frame, disabled))
  return all
}

export async function expectNoAxeFindings(page: Page | Frame, options?: { disabled?: string[] }) {
  expect(await axeFindings(page, options)).toEqual([])
}
