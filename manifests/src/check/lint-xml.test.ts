import { type Element } from '@xmldom/xmldom'
import { aPackage, below, changed, copyOf, type Find, remove, xmlOf } from '../test-support/sample-manifests'
import { lintXml } from './lint-xml'

const whole = aPackage()
const minimal = aPackage('--minimal')

/** The resource, not one of the places that name it. */
const imageNamed = (find: Find, id: string): Element => below(find('bt:Images'), 'bt:Image').find((image) => image.getAttribute('id') === id) ?? find('bt:Image', id)
const offer = (find: Find, surface: string, name: string): unknown => below(find('ExtensionPoint', surface), 'Action')[0]?.appendChild(copyOf(find(name)))

const breaks: [what: string, rule: string, sentence: RegExp, change: (find: Find) => unknown][] = [
  ['an id that is no GUID', 'identity', /"12" is not a GUID/, (find) => { find('Id').textContent = '12' }],
  ['no page of support', 'identity', /SupportUrl is missing/, (find) => remove(find('SupportUrl'))],
  ['no picture for dense screens', 'identity', /HighResolutionIconUrl is missing/, (find) => remove(find('HighResolutionIconUrl'))],
  ['a version of three numbers', 'version', /four numbers/, (find) => { find('Version').textContent = '1.2.3' }],
  ['a version with a word', 'version', /not "1.2.3.beta"/, (find) => { find('Version').textContent = '1.2.3.beta' }],
  ['a name of 126 characters', 'text-lengths', /126 characters; 125/, (find) => find('DisplayName').setAttribute('DefaultValue', 'n'.repeat(126))],
  ['a description of 251 characters', 'text-lengths', /251 characters; 250/, (find) => find('Description').setAttribute('DefaultValue', 'n'.repeat(251))],
  ['a Russian tip of 251 characters', 'text-lengths', /251 characters; 250/, (find) => below(find('bt:String', 'Read.Tip'), 'bt:Override')[0]?.setAttribute('Value', 'я'.repeat(251))],
  ['a label of 126 characters', 'text-lengths', /126 characters; 125/, (find) => find('bt:String', 'Register.Label').setAttribute('DefaultValue', 'n'.repeat(126))],
  ['a page over http', 'addresses', /"http:\/\/crm.example.com\/support" is not an https address/, (find) => find('SupportUrl').setAttribute('DefaultValue', 'http://crm.example.com/support')],
  ['a picture without an address', 'addresses', /"icon.png" is not an https address/, (find) => imageNamed(find, 'icon.16').setAttribute('DefaultValue', 'icon.png')],
  ['a domain with a slash at its end', 'addresses', /an https origin alone/, (find) => find('AppDomains').appendChild(copyOf(find('AppDomain'))).parentNode && (find('AppDomain').textContent = 'https://other.example/')],
  ['no way to the sign-in', 'domains', /https:\/\/login.microsoftonline.com is missing/, (find) => below(find('AppDomains'), 'AppDomain').slice(1).forEach(remove)],
  ['a page of another server', 'domains', /this page is at https:\/\/elsewhere.example/, (find) => find('bt:Url', 'Script.Url').setAttribute('DefaultValue', 'https://elsewhere.example/launchevent.js')],
  ['nested sign-in as a requirement', 'requirements', /NestedAppAuth must not be required/, (find) => find('bt:Sets').appendChild(copyOf(find('bt:Set'), { Name: 'NestedAppAuth' }))],
  ['a floor that phones do not reach', 'requirements', /Mailbox 1.13 is required/, (find) => find('bt:Sets').setAttribute('DefaultMinVersion', '1.13')],
  ['a floor below the pane’s', 'requirements', /Mailbox 1.3 is required/, (find) => find('Set').setAttribute('MinVersion', '1.3')],
  ['several messages without the permission', 'permission', /needs ReadWriteMailbox, not ReadWriteItem/, (find) => { find('Permissions').textContent = 'ReadWriteItem' }],
  ['elements in another order', 'order', /SupportUrl must stand before AppDomains/, (find) => find('OfficeApp').insertBefore(find('SupportUrl'), find('Hosts'))],
  ['the page after what may be done with it', 'order', /SourceLocation must stand before SupportsMultiSelect/, (find) => find('Action').appendChild(below(find('Action'), 'SourceLocation')[0] ?? find('Id'))],
  ['the obsolete custom pane', 'surfaces', /CustomPane is no surface/, (find) => {
    const point = find('ExtensionPoint', 'LaunchEvent').cloneNode(false) as Element
    point.setAttribute('xsi:type', 'CustomPane')
    find('DesktopFormFactor').appendChild(point)
  }],
  ['no appointment log on phones', 'surfaces', /MobileLogEventAppointmentAttendee is missing/, (find) => {
    remove(find('ExtensionPoint', 'MobileLogEventAppointmentAttendee'))
    for (const size of [25, 32, 48, 50, 64, 75, 96, 144]) remove(find('bt:Image', `log.${size}`))
  }],
  ['a function that nobody wrote', 'functions', /no function "registerMail"/, (find) => { find('FunctionName').textContent = 'registerMail' }],
  ['an event for a function that nobody wrote', 'functions', /no function "onSend"/, (find) => find('LaunchEvent').setAttribute('FunctionName', 'onSend')],
  ['shared folders not in the first place', 'shared-folders', /must be the first element/, (find) => remove(find('SupportsSharedFolders'))],
  ['no runtime', 'launch-events', /no Runtime/, (find) => [find('Runtimes'), find('bt:Url', 'Script.Url')].forEach(remove)],
  ['no script for classic Outlook', 'launch-events', /Override of type javascript/, (find) => [find('Override', 'javascript'), find('bt:Url', 'Script.Url')].forEach(remove)],
  ['an event on another page than the runtime’s', 'launch-events', /must be the Runtime's, "Runtime.Url"/, (find) => find('SourceLocation', 'Runtime.Url').setAttribute('resid', 'Commands.Url')],
  ['an event that can hold a message back', 'launch-events', /SendMode must be PromptUser/, (find) => find('LaunchEvent').setAttribute('SendMode', 'Block')],
  ['pinning beside an appointment', 'pane-offers', /SupportsPinning does not belong in AppointmentOrganizerCommandSurface/, (find) => offer(find, 'AppointmentOrganizerCommandSurface', 'SupportsPinning')],
  ['pinning on a phone', 'pane-offers', /SupportsPinning does not belong in MobileMessageReadCommandSurface/, (find) => offer(find, 'MobileMessageReadCommandSurface', 'SupportsPinning')],
  ['no message needed while writing', 'pane-offers', /SupportsNoItemContext does not belong in MessageComposeCommandSurface/, (find) => offer(find, 'MessageComposeCommandSurface', 'SupportsNoItemContext')],
  ['several messages beside an appointment', 'pane-offers', /only messages can be selected together/, (find) => offer(find, 'AppointmentAttendeeCommandSurface', 'SupportsMultiSelect')],
  ['two buttons in the appointment log', 'phone-controls', /takes exactly one Control/, (find) => find('ExtensionPoint', 'MobileLogEventAppointmentAttendee').appendChild(copyOf(find('Control', 'mobile.log.open'), { id: 'again' }))],
  ['a computer’s button on a phone', 'phone-controls', /must be a MobileButton/, (find) => find('Control', 'mobile.log.open').setAttribute('xsi:type', 'Button')],
  ['two buttons of one id', 'control-ids', /the id "read.open" is already in MessageReadCommandSurface/, (find) => find('Control', 'compose.open').setAttribute('id', 'read.open')],
  ['a ribbon button without its large picture', 'icon-sets', /pictures are missing: 80/, (find) => below(find('Control', 'compose.open'), 'bt:Image').slice(2).forEach(remove)],
  ['a phone’s button without one of nine', 'icon-sets', /pictures are missing: 48 at scale 3/, (find) => [...below(find('Control', 'mobile.read.open'), 'bt:Image').slice(8), imageNamed(find, 'icon.144')].forEach(remove)],
  ['a name that leads nowhere', 'resources', /there is no resource "Opn.Label"/, (find) => find('Label', 'Open.Label').setAttribute('resid', 'Opn.Label')],
  ['an address in the place of a text', 'resources', /"Taskpane.Url" is one of the Urls, but Label needs one of the ShortStrings/, (find) => find('Label', 'Open.Label').setAttribute('resid', 'Taskpane.Url')],
  ['a name of 33 characters', 'resource-ids', /33 characters; 32/, (find) => {
    find('Label', 'Register.Label').setAttribute('resid', 'n'.repeat(33))
    find('bt:String', 'Register.Label').setAttribute('id', 'n'.repeat(33))
  }],
  ['one name for two texts', 'resource-ids', /"Open.Title" stands twice/, (find) => find('bt:ShortStrings').appendChild(copyOf(find('bt:String', 'Open.Title')))],
  ['a text that nothing shows', 'unused-resources', /nothing in the manifest uses/, (find) => find('bt:ShortStrings').appendChild(copyOf(find('bt:String', 'Open.Title'), { id: 'Spare' }))],
  ['a description without Russian', 'russian', /no Russian text/, (find) => below(find('Description'), 'Override').forEach(remove)],
  ['a label with empty Russian', 'russian', /no Russian text/, (find) => below(find('bt:String', 'Register.Label'), 'bt:Override')[0]?.setAttribute('Value', ' ')],
  ['a picture that is not there', 'icon-files', /icon-17.png is not in the package/, (find) => imageNamed(find, 'icon.16').setAttribute('DefaultValue', 'https://crm.example.com/outlook/icons/icon-17.png')],
  ['a picture of another size', 'icon-files', /icon-32.png has 32 × 32 pixels; 64 × 64 are needed/, (find) => find('IconUrl').setAttribute('DefaultValue', 'https://crm.example.com/outlook/icons/icon-32.png')],
  ['a picture in another folder', 'icon-files', /is not below \/outlook\/icons/, (find) => find('IconUrl').setAttribute('DefaultValue', 'https://crm.example.com/icon-64.png')],
]

it('finds no fault in what is written', () => {
  expect(lintXml(xmlOf(whole), whole)).toEqual([])
  expect(lintXml(xmlOf(minimal), minimal)).toEqual([])
})

it.each(breaks)('%s is found, and only that', (_what, rule, sentence, change) => {
  const findings = lintXml(changed(xmlOf(whole), change), whole)
  expect([...new Set(findings.map((finding) => finding.rule))]).toEqual([rule])
  expect(findings[0]?.sentence).toMatch(sentence)
  expect(findings[0]?.place).toMatch(/^manifest\.xml:\d+ OfficeApp|^manifest\.xml:\d+ \S+.* > \S+/)
})

it('more permission than the minimal manifest needs is found', () => {
  const findings = lintXml(changed(xmlOf(minimal), (find) => { find('Permissions').textContent = 'ReadWriteMailbox' }), minimal)
  expect(findings.map(({ rule, sentence }) => [rule, sentence])).toEqual([['permission', 'ReadWriteMailbox is not what this manifest needs: without selecting several messages ReadItem is enough']])
})

it('the elements of VersionOverrides 1.1 are found astray in 1.0', () => {
  const flat = xmlOf(whole).replaceAll('mailappversionoverrides/1.1', 'mailappversionoverrides')
  expect(lintXml(flat, whole).map(({ rule, sentence }) => `${rule} ${sentence}`)).toEqual(expect.arrayContaining(['nesting VersionOverrides 1.1 is missing', 'pane-offers SupportsPinning belongs in VersionOverrides 1.1']))
})

it.each([
  ['', /no XML: missing root element/],
  ['hello', /no XML/],
  ['<OfficeApp><Id></OfficeApp>', /no XML: .*mismatch/],
  ['<manifest/>', /no manifest of an Office add-in/],
])('"%s" is no manifest, and that is all that is said', (text, sentence) => {
  const findings = lintXml(text, whole)
  expect(findings).toHaveLength(1)
  expect(findings[0]?.sentence).toMatch(sentence)
})

it('every place is named by its line', () => {
  const lines = xmlOf(whole).split('\n')
  const [finding] = lintXml(xmlOf(whole).replace('<Label resid="Register.Label"/>', '<Label resid="Registr.Label"/>'), whole)
  expect(finding?.place).toBe(`manifest.xml:${lines.findIndex((line) => line.includes('<Label resid="Register.Label"/>')) + 1} Group read.group > Control read.register > Label Registr.Label`)
})
