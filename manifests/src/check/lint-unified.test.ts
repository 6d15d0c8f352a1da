import { outlookFiles, type PackageFiles } from '../outlook/outlook-package'
import { type UnifiedManifest } from '../outlook/outlook-unified'
import { aPackage, jsonOf } from '../test-support/sample-manifests'
import { lintUnified } from './lint-unified'

const whole = aPackage('--client-id', '9f3c1a52-0b7e-4c54-8f0e-3d3f6a1f2b10')

type Extension = UnifiedManifest['extensions'][number]
/** The package with one thing changed in its unified manifest. */
function changed(change: (manifest: UnifiedManifest, extension: Extension) => unknown): PackageFiles {
  const manifest = jsonOf<UnifiedManifest>(whole, outlookFiles.unified)
  const extension = manifest.extensions[0]
  if (extension) change(manifest, extension)
  return new Map(whole).set(outlookFiles.unified, Buffer.from(JSON.stringify(manifest)))
}

it('finds no fault in what is written', () => {
  expect(lintUnified(whole)).toEqual([])
  expect(lintUnified(aPackage('--minimal'))).toEqual([])
})

it.each<[what: string, rule: string, finding: RegExp, change: (manifest: UnifiedManifest, extension: Extension) => unknown]>([
  ['an id that is no GUID', 'identity', /id: "12" is not a GUID/, (manifest) => { manifest.id = '12' }],
  ['the XML add-in’s own id', 'identity', /needs another id/, (manifest, extension) => { manifest.id = extension.alternates[0]?.hide.customOfficeAddin.officeAddinId ?? '' }],
  ['an XML add-in that stays in the ribbon', 'identity', /would stand in the ribbon/, (_manifest, extension) => { extension.alternates = [] }],
  ['a client id that is no GUID', 'identity', /webApplicationInfo.id: "crm"/, (manifest) => Object.assign(manifest, { webApplicationInfo: { id: 'crm' } })],
  ['a version of four numbers', 'version', /three numbers/, (manifest) => { manifest.version = '1.2.3.0' }],
  ['a page over http', 'addresses', /developer.privacyUrl: "http:\/\/crm.example.com" is not an https address/, (manifest) => { manifest.developer.privacyUrl = 'http://crm.example.com' }],
  ['nested sign-in as a requirement', 'requirements', /runtimes\[0\].requirements.capabilities\[1\]: NestedAppAuth must not be required/, (_manifest, extension) => extension.runtimes[0]?.requirements.capabilities.push({ name: 'NestedAppAuth', minVersion: '1.1' })],
  ['a button without an action', 'actions', /no runtime has an action "openAll"/, (_manifest, extension) => { const control = extension.ribbons[0]?.tabs[0]?.groups; if (control) Object.assign(control[0]?.controls[0] ?? {}, { actionId: 'openAll' }) }],
  ['a function that nobody wrote', 'functions', /no function "fileAll"/, (_manifest, extension) => extension.runtimes[1]?.actions.push({ id: 'fileAll', type: 'executeFunction' } as never)],
  ['an event that can hold a message back', 'launch-events', /sendMode must be promptUser/, (_manifest, extension) => Object.assign(extension.autoRunEvents[0]?.events[0]?.options ?? {}, { sendMode: 'block' })],
  ['an event without a script for classic Outlook', 'launch-events', /the script for classic Outlook/, (_manifest, extension) => Object.assign(extension.runtimes[2] ?? {}, { code: { page: 'https://crm.example.com/outlook/commands.html' } })],
  ['several messages without the permission', 'permission', /Mailbox.ReadWrite.User is missing/, (manifest) => manifest.authorization.permissions.resourceSpecific.shift()],
  ['a permission that nothing needs', 'permission', /Mailbox.AppendOnSend.User is not what/, (manifest) => manifest.authorization.permissions.resourceSpecific.push({ name: 'Mailbox.AppendOnSend.User', type: 'Delegated' })],
  ['no shared folders', 'shared-folders', /Mailbox.SharedFolder is missing/, (manifest) => manifest.authorization.permissions.resourceSpecific.pop()],
  ['no pane while writing', 'surfaces', /the surface mailCompose is missing/, (_manifest, extension) => Object.assign(extension.ribbons[1] ?? {}, { contexts: ['mailRead'] })],
  ['a picture that is not there', 'icon-files', /icons.color: the picture "icons\/color.png" is not in the package/, (manifest) => { manifest.icons.color = 'icons/color.png' }],
  ['a picture of another size', 'icon-files', /icons.color: 192 × 192 pixels are needed/, (manifest) => { manifest.icons.color = 'icons/icon-128.png' }],
  ['no Russian texts', 'russian', /the Russian texts \(ru.json\) are not named or not there/, (manifest) => { manifest.localizationInfo.additionalLanguages = [] }],
  ['one text more than the Russian has', 'russian', /ribbons\[1\].tabs\[0\].label: there is no Russian text/, (_manifest, extension) => Object.assign(extension.ribbons[1]?.tabs[0] ?? {}, { label: 'Client' })],
])('%s is found, and only that', (_what, rule, sentence, change) => {
  const findings = lintUnified(changed(change))
  expect([...new Set(findings.map((finding) => finding.rule))]).toEqual([rule])
  expect(`${findings[0]?.place}: ${findings[0]?.sentence}`).toMatch(sentence)
})

it('a file that is no JSON is named', () => {
  expect(lintUnified(new Map(whole).set(outlookFiles.unified, Buffer.from('{')))).toMatchObject([{ rule: 'well-formed', sentence: expect.stringMatching(/^this is no JSON/) }])
})
