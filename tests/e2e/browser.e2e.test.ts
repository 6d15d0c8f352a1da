import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { axeFindings, expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'

const pages: Record<string, string> = {
  '/good': '<!doctype html><html lang="ru"><title>Вектор</title><link rel="icon" href="data:,"><main><h1>Вектор</h1><p>Письмо</p></main></html>',
  '/bad': '<!doctype html><html><title>x</title><link rel="icon" href="data:,"><main><h1>x</h1><img src="data:,"><button></button></main></html>',
}
const server = http.createServer((request, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(pages[request.url ?? '']))
const browser = openBrowser()
let url: string

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => { server.close() })

it('shows a page as a person of that place sees it', async () => {
  const page = await browser.newPage({ width: 320, colorScheme: 'dark', locale: 'ru-RU' })
  await page.goto(`${url}/good`)
  expect(await page.getByRole('heading', { name: 'Вектор' }).isVisible()).toBe(true)
  expect(await page.evaluate(() => [window.innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, navigator.language])).toEqual([320, true, 'ru-RU'])
  await expectNoAxeFindings(page)
})

it('sees what a blind person would stumble over', async () => {
  const page = await browser.newPage()
  await page.goto(`${url}/bad`)
  expect((await axeFindings(page)).map(({ rule }) => rule)).toEqual(expect.arrayContaining(['html-has-lang', 'image-alt', 'button-name']))
})

it('hears what a page complains about, and does not let it leave this machine', async () => {
  const page = await browser.newPage({ expectedErrors: [/: foreseen/, /net::ERR_FAILED/] })
  await page.goto(`${url}/good`)
  await page.evaluate(() => { console.error('unforeseen'); console.error('foreseen'); setTimeout(() => { throw new Error('thrown') }) })
  await page.evaluate(() => fetch('https://service.example/').catch(() => null))
  expect(browser.complaints()).toEqual([expect.stringMatching(/^console: unforeseen/), expect.stringMatching(/^uncaught: .*thrown/s), 'asked for https://service.example/'])
})
