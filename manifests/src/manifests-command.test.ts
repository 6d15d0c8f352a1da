import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageFolder } from './package-folder'

const root = join(packageFolder(), '..')
const folder = mkdtempSync(join(tmpdir(), 'manifests-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (...command: string[]) => spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
const manifests = (...args: string[]) => run('manifests/dist/src/manifests-command.js', ...args)

/** The way of `npm run manifests`, which builds what is out of date; the tests below start what it started. */
beforeAll(() => {
  const [program = '', ...args] = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { manifests: string } }).scripts.manifests.split(' ').slice(1)
  const { status, stderr } = run(program, ...args, '--check', '--url', 'https://crm.example.com')
  if (status !== 0) throw new Error(stderr)
}, 120_000)

const names = (client = 'outlook'): string[] => (existsSync(join(folder, client)) ? readdirSync(join(folder, client)).sort() : [])
const deployment = (): string => join(folder, 'gmail/deployment.json')
const file = (name: string): string => join(folder, 'outlook', name)

it('writes what an administrator installs, and finds no fault in it', () => {
  expect(manifests('--url', 'https://crm.example.com', '--out', folder)).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/wrote .*manifest\.xml/) })
  expect(names()).toEqual(['icons', 'manifest.json', 'manifest.xml', 'ru.json', 'unified.zip'])
  expect(names('gmail')).toEqual(['deployment.json', 'icons'])
  const { status, stdout } = manifests('--check', '--out', folder)
  expect([status, stdout.split('\n').at(-2)]).toEqual([0, 'No faults were found.'])
  expect(stdout).toMatch(/^checked against the unified schema$/m)
  expect(stdout).toMatch(/^the Gmail deployment is checked by our own rules$/m)
})

it('says what the Gmail add-on asks people to allow, and why', () => {
  const { stdout } = manifests('--url', 'https://crm.example.com', '--conversations', '--out', folder)
  expect(stdout).toMatch(/The Gmail add-on asks for:\n {2}https:\/\/\S+gmail\.addons\.execute\n {4}Gmail runs the add-on at all\n/)
  expect(stdout).toMatch(/gmail\.addons\.current\.message\.readonly\n {4}the other emails of the open conversation/)
  expect((JSON.parse(readFileSync(deployment(), 'utf8')) as { oauthScopes: string[] }).oauthScopes).toHaveLength(7)
})

it('names the place of a fault in the Gmail deployment', () => {
  const sound = readFileSync(deployment(), 'utf8')
  writeFileSync(deployment(), sound.replace('/gmail/on-message', '/gmail/on-open'))
  expect(manifests('--check', '--out', folder)).toMatchObject({ status: 1, stderr: expect.stringMatching(/^deployment\.json addOns\.gmail\.contextualTriggers\[0\]\.onTriggerFunction: the server answers here at \/gmail\/on-message/) })
  writeFileSync(deployment(), sound)
})

it('names the place of a fault and ends with another code than 0', () => {
  writeFileSync(file('manifest.xml'), readFileSync(file('manifest.xml'), 'utf8').replace('registerMessage', 'fileMessage'))
  const { status, stderr } = manifests('--check', '--out', folder)
  expect(status).toBe(1)
  expect(stderr).toMatch(/^manifest\.xml:\d+ .*FunctionName: the commands page knows no function "fileMessage"/)
  expect(stderr).toMatch(/\n1 fault was found\n$/)
})

it('finds by the vendor’s schema what our own rules do not look for', () => {
  writeFileSync(file('manifest.json'), readFileSync(file('manifest.json'), 'utf8').replace('"accentColor": "#0F6CBD"', '"accentColor": "blue"'))
  expect(manifests('--check', '--out', folder).stderr).toMatch(/manifest\.json: \/accentColor must match pattern/)
})

it('a check of an address writes nothing', () => {
  const before = names().map((name) => [name, name === 'icons' ? '' : readFileSync(file(name), 'utf8')])
  expect(manifests('--check', '--url', 'https://other.example.com', '--minimal', '--out', folder)).toMatchObject({ status: 0, stderr: '' })
  expect(names().map((name) => [name, name === 'icons' ? '' : readFileSync(file(name), 'utf8')])).toEqual(before)
})

it('takes away an old unified manifest and an old deployment that do not belong to the new XML', () => {
  const { status, stdout } = manifests('--url', 'http://localhost:3000', '--out', folder)
  expect(status).toBe(0)
  expect(stdout).toMatch(/^The unified manifest allows https only: none was written\.$/m)
  expect(stdout).toMatch(/^Google calls servers over https only: no Gmail deployment was written\.$/m)
  expect([names(), names('gmail')]).toEqual([['icons', 'manifest.xml'], ['icons']])
  expect(manifests('--check', '--out', folder)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^there is no deployment\.json for Gmail: .*\nNo faults were found\.\n$/m) })
})

it.each([
  ['no address', [], /^--url is missing/],
  ['nothing to check', ['--check', '--out', join(folder, 'nothing')], /^There is nothing in .*write the manifests first/],
])('%s ends with a sentence and the usage', (_what, args, sentence) => {
  const { status, stderr } = manifests(...args)
  expect(status).toBe(1)
  expect(stderr).toMatch(sentence)
  expect(stderr).toMatch(/\nusage: npm run manifests/)
})
