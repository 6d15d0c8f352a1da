import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { panePages, withSignIn } from './pane-page'

const entra = { kind: 'entra' as const, clientId: 'pane', authority: 'https://login.example/organizations', scope: 'api://server/access_as_user' }
const page = '<!doctype html><head><meta name="counterpane-sign-in" content=""><title>x</title></head>'
const contentOf = (html: string) => /<meta name="counterpane-sign-in" content="([^"]*)">/.exec(html)?.[1]
const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

it('writes into the page how managers sign in here', () => {
  expect(JSON.parse(unescaped(contentOf(withSignIn(page, entra)) ?? ''))).toEqual(entra)
})

it('what the settings hold cannot leave its place in the page', () => {
  const hostile = { ...entra, clientId: '"><script>alert(1)</script>', scope: "$& $' ' & <b>" }
  const written = withSignIn(page, hostile)
  expect(written).not.toContain('<script>')
  expect(JSON.parse(unescaped(contentOf(written) ?? ''))).toEqual(hostile)
})

it.each(['<meta name="counterpane-sign-in" content="{&quot;kind&quot;:&quot;demo&quot;}">', '<meta name=counterpane-sign-in content="">', "<meta name='counterpane-sign-in-other' content=''>"])('finds the place however the page was built: %s', (meta) => {
  expect(withSignIn(meta, { kind: 'none' }).includes('none')).toBe(!meta.includes('other'))
})

describe('served', () => {
  const folder = mkdtempSync(join(tmpdir(), 'counterpane-pane-'))
  const server = http.createServer(express().use('/outlook', panePages(folder, { kind: 'none' }), (_request, response) => response.status(418).end()))
  const ask = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/outlook${path}`, { method })
  beforeAll(async () => {
    writeFileSync(join(folder, 'taskpane.html'), page)
    writeFileSync(join(folder, 'pane.js'), 'secret')
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  })
  afterAll(() => { server.close(); rmSync(folder, { recursive: true }) })

  it('a page is filled in and asked for anew', async () => {
    const answer = await ask('/taskpane.html?et=1')
    expect([answer.headers.get('cache-control'), answer.headers.get('content-type'), contentOf(await answer.text())]).toEqual(['no-cache', 'text/html; charset=utf-8', '{&quot;kind&quot;:&quot;none&quot;}'])
  })
  it.each([['/pane.js', 'GET'], ['/other.html', 'GET'], ['/..%2Ftaskpane.html', 'GET'], ['/TASKPANE.html', 'GET'], ['/taskpane.html', 'POST']])('%s, %s, is left to who comes next', async (path, method) => {
    expect((await ask(path, method)).status).toBe(418)
  })
})
