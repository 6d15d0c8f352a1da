// What the manifests command writes for Gmail, held against the server that Google would call.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { brand } from '@counterpane/addin-gmail/card-parts'
import { startGoogleHouse, type GoogleHouse } from '../support/google-house'
import { root } from '../support/repository-files'

const publicUrl = 'https://crm.example.com'
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deployment-'))
let house: GoogleHouse
let deployment: { addOns: { common: { logoUrl: string; layoutProperties: { secondaryColor: string } } } }
beforeAll(async () => {
  execFileSync(process.execPath, [path.join(root, 'manifests/dist/src/manifests-command.js'), '--url', publicUrl, '--out', folder])
  deployment = JSON.parse(fs.readFileSync(path.join(folder, 'gmail/deployment.json'), 'utf8')) as typeof deployment
  house = await startGoogleHouse()
})
afterAll(async () => {
  await house.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

/** Paths of everything that Google would call. */
function functions(): string[] {
  const found: string[] = []
  JSON.stringify(deployment, (name, value: unknown) => {
    if (/^(runFunction|onTriggerFunction)$/.test(name)) found.push(String(value).replace(publicUrl, ''))
    return value
  })
  return found
}

test('the server answers at every address of the deployment, and only to Google', async () => {
  expect(functions()).toHaveLength(6)
  for (const address of functions()) {
    expect([address, (await house.server.raw('POST', address, { body: {} })).status]).toEqual([address, 401])
    const answer = await house.call(address.replace('/gmail/', ''), { sub: '117000000000000099999', email: 'new@mail.example' })
    expect(JSON.stringify(answer)).toContain('new@mail.example')
  }
  expect((await house.server.raw('POST', '/gmail/on-open', { body: {} })).status).toBe(404)
})

// The build draws the pictures into the folder that the server gives away.
test('the logo is there for everybody, as the picture that belongs to the deployment', async () => {
  const { pathname } = new URL(deployment.addOns.common.logoUrl)
  const answer = await house.server.raw('GET', pathname)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect(Buffer.from(await answer.arrayBuffer()).equals(fs.readFileSync(path.join(folder, pathname)))).toBe(true)
})

test('buttons have one blue, whether a card or the deployment colours them', () => {
  const hex = [brand.red, brand.green, brand.blue].map((part) => Math.round(part * 255).toString(16).padStart(2, '0')).join('')
  expect(deployment.addOns.common.layoutProperties.secondaryColor).toBe(`#${hex}`)
})
