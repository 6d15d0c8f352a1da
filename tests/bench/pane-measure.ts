import { createRequire } from 'node:module'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright-core'
import { root } from './bench-root'

export interface PaneFigures { gzipBytes: number; requests: number; apiRequests: number; readyMs: number; files: Record<string, number> }

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const opens = 5

/** What the pane loads in its mail client's stand-in until the card of a known person can be registered, and how long it takes (the middle of some openings). */
export async function measurePane(url: string): Promise<PaneFigures> {
  const findBrowser = createRequire(__filename)(path.join(root, 'tests/support/find-browser.mjs')) as { default: () => Promise<void> }
  await findBrowser.default()
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: flags })
  try {
    const times: number[] = []
    let loaded: Loaded = { code: new Map(), requests: 0, api: 0 }
    for (let open = 0; open < opens; open++) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
      const page = await context.newPage()
      loaded = watch(page)
      times.push(await openPane(page, url))
      await page.waitForLoadState('networkidle')
      await context.close()
    }
    const files = Object.fromEntries([...loaded.code].map(([name, body]) => [name, gzipSync(body, { level: 9 }).length]))
    return { gzipBytes: Object.values(files).reduce((sum, size) => sum + size, 0), requests: loaded.requests, apiRequests: loaded.api, readyMs: Math.round(times.sort((a, b) => a - b)[opens >> 1] ?? 0), files }
  } finally {
    await browser.close()
  }
}

interface Loaded { code: Map<string, Buffer>; requests: number; api: number }

/** The pane's own files only: not the stand-in's. */
function watch(page: Page): Loaded {
  const loaded: Loaded = { code: new Map(), requests: 0, api: 0 }
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.startsWith('/api/')) loaded.api++
    if (!pathname.startsWith('/outlook/') || pathname.endsWith('favicon.svg')) return
    loaded.requests++
    if (/\.(js|css)$/.test(pathname)) void response.body().then((body) => loaded.code.set(pathname, body), () => undefined)
  })
  return loaded
}

/** From the frame's first request to the button that can be pressed. */
async function openPane(page: Page, url: string): Promise<number> {
  let startedAt = 0
  page.on('request', (request) => { if (request.url().includes('/outlook/taskpane.html')) startedAt = performance.now() })
  await page.goto(`${url}/demo/outlook?language=en`)
  const known = page.locator('#messages [role=option]', { hasText: 'Ivan Petrov' }).first()
  await known.waitFor()
  await known.click()
  await page.frameLocator('#pane').getByRole('button', { name: /^Register/ }).first().waitFor()
  return performance.now() - startedAt
}
