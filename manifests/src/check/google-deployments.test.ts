// The same question to a second checker, over what we write and over deployments that Google publishes as samples. Both are data outside of the repository.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gmailDeployment } from '../gmail/gmail-deployment'
import { gmailFiles } from '../gmail/gmail-package'
import { packageFolder } from '../package-folder'
import { settingsFor } from '../test-support/sample-manifests'
import { lintDeployment } from './check-gmail'

const data = join(packageFolder(), '../../shared/data')
const samples = ['deployment-gws-genai.json', 'deployment-docs-http.gmail.json']
const sample = (name: string): Buffer => readFileSync(join(data, 'gmail-payloads', name))
const ours = (content: Buffer): string[] => lintDeployment(new Map([[gmailFiles.deployment, content]])).map(({ place, sentence }) => `${place}: ${sentence}`)
interface Found { level: string; path: string; m: string }
let check: (value: unknown, kind: string) => Found[]

// Without the folder the deployment is still held to our own rules, in check-gmail.test.ts.
const there = existsSync(join(data, 'google/check-card.mjs')) ? describe : describe.skip
there(existsSync(join(data, 'google/check-card.mjs')) ? 'a second checker' : 'a second checker (skipped: no data folder beside the checkout)', () => {
  beforeAll(async () => { check = ((await import(join(data, 'google/check-card.mjs'))) as { check: typeof check }).check })
  const faults = (value: unknown): string[] => check(value, 'deployment').filter(({ level }) => level === 'ERROR').map(({ path, m }) => `${path}: ${m}`)

  it.each([[[]], [['--conversations']], [['--language', 'ru']]])('finds nothing in what is written with %j, not even a warning', (args) => {
    expect(check(JSON.parse(JSON.stringify(gmailDeployment(settingsFor(...args)))), 'deployment')).toEqual([])
  })

  it('and our rules both refuse a sample with placeholders and without granular consent', () => {
    const name = samples[0] ?? ''
    expect(faults(JSON.parse(sample(name).toString('utf8')))).toEqual(expect.arrayContaining([expect.stringMatching(/OPT_IN/), expect.stringMatching(/<DEPLOYMENT_URL>/)]))
    expect(ours(sample(name))).toEqual(expect.arrayContaining([expect.stringMatching(/httpOptions: this is missing/), expect.stringMatching(/is a placeholder that nobody filled in/), expect.stringMatching(/auth\/drive$/)]))
  })

  it('takes the sample of the documentation; our rules refuse it, since it calls no server of ours', () => {
    const name = samples[1] ?? ''
    expect(faults(JSON.parse(sample(name).toString('utf8')))).toEqual([])
    expect(ours(sample(name))).toEqual(expect.arrayContaining([expect.stringMatching(/the server answers here at \/gmail\/on-message/), expect.stringMatching(/gmail.addons.execute is missing/), expect.stringMatching(/logo must lie below/)]))
  })
})
