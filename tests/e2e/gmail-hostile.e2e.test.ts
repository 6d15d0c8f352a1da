import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openBrowser } from '../support/browser'
import { itWithHostileCollections, ownHostileTexts, someHostileTexts } from '../support/hostile-texts'
import { startTestServer } from '../support/test-server'

const browser = openBrowser()

/** A header's text in words of RFC 2047, so that every character of it arrives. */
const encoded = (text: string) => (text.match(/[^]{1,12}/gu) ?? []).map((part) => `=?utf-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ')
function aLetter(text: string, at: number): string {
  const line = encoded(text.replace(/\s+/gu, ' ').trim())
  const headers = [
    `From: ${line} <hostile-${at}@nobody.example>`, `To: ${line} <olga@demo.example>`, `Subject: ${line}`, `Date: ${new Date(Date.UTC(2026, 10, 20) - at * 60_000).toUTCString()}`, `Message-ID: <hostile-${at}@nobody.example>`,
    'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64',
  ]
  return [...headers, '', Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n'), ''].join('\r\n')
}

function writeLetters(texts: readonly string[]): string {
  const mail = mkdtempSync(path.join(os.tmpdir(), 'counterpane-hostile-'))
  for (const [at, text] of texts.entries()) writeFileSync(path.join(mail, `${String(at).padStart(4, '0')}.eml`), aLetter(text, at))
  return mail
}

/** Opens one message after the other, as fast as its card is shown; gives those of which something is not there as text. */
async function clickThrough(subjects: string[]): Promise<string[]> {
  const seen = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
  const place = document.querySelector<HTMLElement>('.card-place')
  const wrong: string[] = []
  for (const [at, subject] of subjects.entries()) {
    place?.replaceChildren()
    document.querySelectorAll<HTMLElement>('#messages [role=option]')[at]?.click()
    const until = performance.now() + 5_000
    while (!place?.querySelector('.card-head h3, [role=alert]') && performance.now() < until) await new Promise((resolve) => { setTimeout(resolve, 4) })
    if (place?.dataset.card !== 'message' || place.querySelector('[role=alert]')) wrong.push(`${subject}: ${place?.innerText.slice(0, 300)}`)
    if (seen(document.querySelector('#letter h2')?.textContent) !== seen(subject)) wrong.push(`${subject}: not as written`)
    if (place?.querySelector('script, img, iframe, style, [onclick], [onerror], a:not([rel])') || document.querySelector('#letter :is(script, iframe, style, a)')) wrong.push(`${subject}: became a part of the page`)
  }
  return wrong
}

async function openEach(texts: readonly string[]) {
  const mailFolder = writeLetters(texts)
  const server = await startTestServer({ seed: 'team', demo: true, mailFolder })
  try {
    const page = await browser.newPage()
    page.on('dialog', () => { throw new Error('a dialog was opened') })
    await page.goto(`${server.url}/demo/gmail?lang=en`)
    await page.locator('.card-head').waitFor()
    const { items } = (await (await fetch(`${server.url}/demo/gmail/messages`)).json()) as { items: { subject: string; from: { name: string } }[] }
    expect(items.length).toBe(texts.length)
    const wrong = await page.evaluate(clickThrough, items.map(({ subject }) => subject || '(no subject)'))
    expect(await page.evaluate(() => (window as unknown as { pwned?: number }).pwned)).toBeUndefined()
    return wrong
  } finally {
    await server.close()
    rmSync(mailFolder, { recursive: true, force: true })
  }
}

it('a hostile subject, sender and body stand in the list, the message and the card as text and do nothing', async () => {
  expect(await openEach(ownHostileTexts)).toEqual([])
}, 90_000)

itWithHostileCollections('any text of ../shared/data/hostile is shown as what it is and does nothing', async () => {
  const texts = someHostileTexts(120)
  const wrong: string[] = []
  for (let at = 0; at < texts.length; at += 120) wrong.push(...await openEach(texts.slice(at, at + 120)))
  expect(wrong).toEqual([])
}, 400_000)
