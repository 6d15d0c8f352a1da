import { type GmailDeployment } from '../gmail/gmail-deployment'
import { gmailFiles, gmailPackage } from '../gmail/gmail-package'
import { scopeOf } from '../gmail/gmail-scopes'
import { type PackageFiles } from '../outlook/outlook-package'
import { jsonOf, settingsFor } from '../test-support/sample-manifests'
import { checkGmail, lintDeployment } from './check-gmail'

const whole = gmailPackage(settingsFor())

type Change = (manifest: GmailDeployment, addOns: GmailDeployment['addOns']) => unknown
/** The package with one thing changed in its deployment. */
function changed(change: Change): PackageFiles {
  const manifest = jsonOf<GmailDeployment>(whole, gmailFiles.deployment)
  change(manifest, manifest.addOns)
  return new Map(whole).set(gmailFiles.deployment, Buffer.from(JSON.stringify(manifest)))
}
const entry = (addOns: GmailDeployment['addOns'], index = 0) => addOns.common.universalActions[index] ?? { label: '', runFunction: '' }
const without = (scope: string): Change => (manifest) => { manifest.oauthScopes = manifest.oauthScopes.filter((one) => one !== scope) }
const logoAt = (address: string): Change => (_manifest, { common }) => { common.logoUrl = address }
const prefixes = (...given: string[]): Change => (_manifest, { common }) => { common.openLinkUrlPrefixes = given }

it.each([[[]], [['--conversations']], [['--language', 'ru']]])('finds no fault in what is written with %j', (args) => {
  expect(lintDeployment(gmailPackage(settingsFor(...args)))).toEqual([])
})

it.each<[what: string, rule: string, finding: RegExp, change: Change]>([
  ['a field that nobody knows', 'shape', /addOns.common: the field "colour" has no place here/, (_manifest, { common }) => Object.assign(common, { colour: 'blue' })],
  ['another host', 'shape', /addOns: the field "drive" has no place here/, (_manifest, addOns) => Object.assign(addOns, { drive: {} })],
  ['the deprecated question for authorization', 'shape', /addOns.gmail: the field "authorizationCheckFunction" has no place here/, (_manifest, { gmail }) => Object.assign(gmail, { authorizationCheckFunction: 'https://crm.example.com/gmail/auth' })],
  ['a snake in place of a camel', 'shape', /here it is spelled "openLinkUrlPrefixes", not "open_link_url_prefixes"/, (_manifest, { common }) => Object.assign(common, { open_link_url_prefixes: [] })],
  ['the other list’s word for a label', 'shape', /universalActions\[0\]: here it is spelled "label", not "text"/, (_manifest, addOns) => Object.assign(entry(addOns), { text: 'Search' })],
  ['this list’s word in the other', 'shape', /addOns.gmail.universalActions\[0\]: here it is spelled "text", not "label"/, (_manifest, { gmail }) => Object.assign(gmail, { universalActions: [{ text: 'Help', label: 'Help', runFunction: 'https://crm.example.com/gmail/help' }] })],
  ['Apps Script’s word for the compose action', 'shape', /addOns.gmail.composeTrigger: here it is spelled "actions", not "selectActions"/, (_manifest, { gmail }) => Object.assign(gmail.composeTrigger, { selectActions: [] })],
  ['a text in place of a list', 'shape', /oauthScopes: this must be a list/, (manifest) => Object.assign(manifest, { oauthScopes: manifest.oauthScopes.join(' ') })],
  ['a text in place of yes', 'shape', /useLocaleFromApp: this must be true or false/, (_manifest, { common }) => Object.assign(common, { useLocaleFromApp: 'true' })],
  ['an access that Gmail does not know', 'shape', /draftAccess: this must be NONE or METADATA/, (_manifest, { gmail }) => Object.assign(gmail.composeTrigger, { draftAccess: 'FULL' })],
  ['no name', 'shape', /addOns.common.name: this is missing/, (_manifest, { common }) => Object.assign(common, { name: undefined })],
  ['no granular consent', 'shape', /granularOauthPermissionSupport: this is missing/, (_manifest, { httpOptions }) => Object.assign(httpOptions, { granularOauthPermissionSupport: undefined })],
  ['granular consent declined', 'consent', /granularOauthPermissionSupport: this must be OPT_IN/, (_manifest, { httpOptions }) => { httpOptions.granularOauthPermissionSupport = 'OPT_OUT' }],
  ['calls without Google’s own token', 'calls', /authorizationHeader: this must be SYSTEM_ID_TOKEN/, (_manifest, { httpOptions }) => { httpOptions.authorizationHeader = 'NONE' }],
  ['a function over http', 'addresses', /homepageTrigger.runFunction: "http:\/\/crm.example.com\/gmail\/homepage" is not an https address/, (_manifest, { common }) => { common.homepageTrigger.runFunction = 'http://crm.example.com/gmail/homepage' }],
  ['a function that is a name', 'addresses', /onTriggerFunction: "onMessage" is not an https address/, (_manifest, { gmail }) => Object.assign(gmail.contextualTriggers[0] ?? {}, { onTriggerFunction: 'onMessage' })],
  ['a placeholder', 'placeholders', /homepageTrigger.runFunction: "<DEPLOYMENT_URL>\/gmail\/homepage" is a placeholder/, (_manifest, { common }) => { common.homepageTrigger.runFunction = '<DEPLOYMENT_URL>/gmail/homepage' }],
  ['a placeholder in a link', 'placeholders', /openLink: "https:\/\/\$\{HOST\}\/help" is a placeholder/, (_manifest, addOns) => { addOns.gmail = Object.assign(addOns.gmail, { universalActions: [{ text: 'Help', openLink: 'https://${HOST}/help' }] }) }],
  ['a function on another server', 'endpoints', /onTriggerFunction: this is at https:\/\/other.example.com, the first function at https:\/\/crm.example.com/, (_manifest, { gmail }) => Object.assign(gmail.contextualTriggers[0] ?? {}, { onTriggerFunction: 'https://other.example.com/gmail/on-message' })],
  ['a function that the server does not have', 'endpoints', /universalActions\[1\].runFunction: the server answers here at \/gmail\/search, \/gmail\/settings, \/gmail\/help/, (_manifest, addOns) => { entry(addOns, 1).runFunction = 'https://crm.example.com/gmail/options' }],
  ['an endpoint in another’s place', 'endpoints', /onTriggerFunction: the server answers here at \/gmail\/on-message/, (_manifest, { gmail }) => Object.assign(gmail.contextualTriggers[0] ?? {}, { onTriggerFunction: 'https://crm.example.com/gmail/homepage' })],
  ['a query after the path, which the token’s audience would have too', 'endpoints', /homepageTrigger.runFunction: the server answers here at \/gmail\/homepage/, (_manifest, { common }) => { common.homepageTrigger.runFunction += '?trigger=home' }],
  ['no home', 'surfaces', /homepageTrigger: there is no home/, (_manifest, { common }) => Object.assign(common, { homepageTrigger: undefined })],
  ['two triggers for opened emails', 'surfaces', /exactly one trigger/, (_manifest, { gmail }) => gmail.contextualTriggers.push(...gmail.contextualTriggers)],
  ['two compose actions', 'surfaces', /exactly one action .* not 2/, (_manifest, { gmail }) => gmail.composeTrigger.actions.push(...gmail.composeTrigger.actions)],
  ['no help in the menu', 'surfaces', /universalActions: the menu has no entry for \/gmail\/help/, (_manifest, { common }) => common.universalActions.pop()],
  ['an entry that does two things', 'menu', /universalActions\[0\]: exactly one of openLink and runFunction is wanted, not both/, (_manifest, addOns) => Object.assign(entry(addOns), { openLink: 'https://crm.example.com/journal/' })],
  ['an entry that does nothing', 'menu', /addOns.gmail.universalActions\[0\]: exactly one .* not none/, (_manifest, { gmail }) => Object.assign(gmail, { universalActions: [{ text: 'Help' }] })],
  ['an entry without words', 'menu', /universalActions\[2\]: the entry has no words/, (_manifest, addOns) => { entry(addOns, 2).label = '' }],
  ['a scope less', 'scopes', /gmail.addons.execute is missing: Gmail runs the add-on at all/, without(scopeOf.execute)],
  ['nobody to be named', 'scopes', /userinfo.email is missing: Google says which person presses/, without(scopeOf.email)],
  ['no reading on a press', 'scopes', /current.message.action is missing: the open email itself/, without(scopeOf.action)],
  ['no scope for the language', 'locale', /script.locale is missing: useLocaleFromApp gives nothing without it/, without(scopeOf.locale)],
  ['no language', 'locale', /useLocaleFromApp: this must be true/, (_manifest, { common }) => { common.useLocaleFromApp = false }],
  ['no scope for writing', 'compose', /current.action.compose is missing: composeTrigger needs it/, without(scopeOf.compose)],
  ['no scope for recipients', 'compose', /current.message.metadata is missing: draftAccess METADATA needs it/, without(scopeOf.metadata)],
  ['the conversation in place of the headers', 'compose', /current.message.readonly is no substitute/, (manifest) => { manifest.oauthScopes = manifest.oauthScopes.map((scope) => (scope === scopeOf.metadata ? scopeOf.conversation : scope)) }],
  ['a draft without recipients', 'compose', /draftAccess: this must be METADATA/, (_manifest, { gmail }) => { gmail.composeTrigger.draftAccess = 'NONE' }],
  ['a restricted scope', 'restricted-scopes', /oauthScopes\[6\]: .*gmail.readonly is a restricted scope/, (manifest) => manifest.oauthScopes.push('https://www.googleapis.com/auth/gmail.readonly')],
  ['the whole mailbox', 'restricted-scopes', /mail.google.com\/ is a restricted scope/, (manifest) => manifest.oauthScopes.push('https://mail.google.com/')],
  ['a scope that nothing needs', 'scopes', /nothing of the add-on needs .*userinfo.profile/, (manifest) => manifest.oauthScopes.push('https://www.googleapis.com/auth/userinfo.profile')],
  ['a scope by half of its name', 'scopes', /oauthScopes\[4\]: write the whole address: https:\/\/www.googleapis.com\/auth\/userinfo.email/, (manifest) => { manifest.oauthScopes[4] = 'userinfo.email' }],
  ['a scope twice', 'scopes', /oauthScopes\[6\]: .* stands here twice/, (manifest) => manifest.oauthScopes.push(scopeOf.email)],
  ['a logo that Google does not show', 'logo', /logoUrl: the logo must be a PNG/, logoAt('https://crm.example.com/gmail/icons/logo.svg')],
  ['a logo over http', 'addresses', /logoUrl: "http:.*is not an https address/, logoAt('http://crm.example.com/gmail/icons/logo-96.png')],
  ['a logo of somebody else', 'logo', /logoUrl: the logo must lie below https:\/\/crm.example.com\/gmail\/icons/, logoAt('https://cdn.example.net/gmail/icons/logo-96.png')],
  ['a logo that is not there', 'logo', /the picture \/gmail\/icons\/logo-64.png is not in the package/, logoAt('https://crm.example.com/gmail/icons/logo-64.png')],
  ['a logo of another size', 'logo', /logo-48.png must be a PNG of 96 × 96 pixels/, logoAt('https://crm.example.com/gmail/icons/logo-48.png')],
  ['a name that is cut', 'name', /1 to 50 characters, not 51/, (_manifest, { common }) => Object.assign(common, { name: 'ю'.repeat(51) })],
  ['a name of Google’s', 'name', /must not contain a name of Google’s/, (_manifest, { common }) => Object.assign(common, { name: 'Counterpane for Gmail' })],
  ['a colour in words', 'colours', /layoutProperties.primaryColor: a colour such as #1a57db/, (_manifest, { common }) => Object.assign(common.layoutProperties, { primaryColor: 'blue' })],
  ['no page of the server to open', 'links', /openLinkUrlPrefixes: https:\/\/crm.example.com\/ is missing/, prefixes('https://mail.google.com/')],
  ['a prefix without a path', 'links', /openLinkUrlPrefixes\[0\]: "https:\/\/crm.example.com" needs a path/, prefixes('https://crm.example.com', 'https://mail.google.com/')],
  ['a prefix over http', 'addresses', /openLinkUrlPrefixes\[2\]: "http:\/\/intranet\/" is not an https address/, prefixes('https://crm.example.com/', 'https://mail.google.com/', 'http://intranet/')],
])('%s is found, and only that', (_what, rule, sentence, change) => {
  const findings = lintDeployment(changed(change))
  expect([...new Set(findings.map((finding) => finding.rule))]).toEqual([rule])
  expect(`${findings[0]?.place}: ${findings[0]?.sentence}`).toMatch(sentence)
})

it('a server that Google can’t call is found', () => {
  const local = Buffer.from((whole.get(gmailFiles.deployment)?.toString('utf8') ?? '').replaceAll('https://crm.example.com', 'https://localhost:3000'))
  expect(lintDeployment(new Map(whole).set(gmailFiles.deployment, local))).toMatchObject(Array<unknown>(8).fill({ rule: 'addresses', sentence: expect.stringMatching(/^Google can’t reach/) }))
})

it.each([['{', 'well-formed', /^this is no JSON/], ['[]', 'shape', /^this must be an object/], ['null', 'shape', /^this must be an object/], ['{"addOns":{"gmail":null}}', 'shape', /missing/]])('a file with %s is named and nothing breaks over it', (content, rule, sentence) => {
  const findings = lintDeployment(new Map([[gmailFiles.deployment, Buffer.from(content)]]))
  expect(findings[0]).toMatchObject({ rule, sentence: expect.stringMatching(sentence) })
})

it('says that there is no deployment, where none was written', async () => {
  expect(await checkGmail(new Map())).toEqual({ findings: [], notes: [expect.stringMatching(/^there is no deployment.json for Gmail/)] })
})
