import { readXml, attribute, childOf, textOf, typeOf, surfaceOf, type XmlManifest } from '../check/xml-reading'
import { productVersion } from '../package-folder'
import { aPackage, settingsFor, xmlOf } from '../test-support/sample-manifests'
import { outlookAddinId } from './outlook-facts'
import { labels, tips } from './outlook-texts'
import { outlookXml } from './outlook-xml'

const manifestFor = (...args: string[]): XmlManifest => readXml(xmlOf(aPackage(...args)), 'manifest.xml')
const texts = ({ all }: XmlManifest, name: string): string[] => all(name).map((element) => textOf(element))
const surfaces = ({ all }: XmlManifest): string[] => all('ExtensionPoint').map(typeOf)

const everywhere = [
  'MessageReadCommandSurface', 'MessageComposeCommandSurface', 'AppointmentOrganizerCommandSurface', 'AppointmentAttendeeCommandSurface', 'LaunchEvent',
  'MobileMessageReadCommandSurface', 'MobileLogEventAppointmentAttendee',
]

it.each([['whole', []], ['minimal', ['--minimal']]])('the %s add-in stands on every surface', (_name, args) => {
  expect(surfaces(manifestFor(...args))).toEqual(everywhere)
})

it('the whole add-in takes several messages and none, and says so by its permission', () => {
  const manifest = manifestFor()
  expect(texts(manifest, 'Permissions')).toEqual(['ReadWriteMailbox'])
  expect(manifest.all('SupportsMultiSelect', 'SupportsNoItemContext').map(surfaceOf)).toEqual(['MessageReadCommandSurface', 'MessageReadCommandSurface'])
})

it('the minimal one reads the message that is open, and no more', () => {
  const manifest = manifestFor('--minimal')
  expect(texts(manifest, 'Permissions')).toEqual(['ReadItem'])
  expect(manifest.all('SupportsMultiSelect', 'SupportsNoItemContext')).toEqual([])
})

it('the pane can be pinned beside messages that are read and written', () => {
  expect(manifestFor().all('SupportsPinning').map(surfaceOf)).toEqual(['MessageReadCommandSurface', 'MessageComposeCommandSurface'])
})

it('one button registers without a pane, and sending wakes a function that never holds the message', () => {
  const manifest = manifestFor()
  expect(manifest.all('FunctionName').map((element) => [textOf(element), surfaceOf(element)])).toEqual([['registerMessage', 'MessageReadCommandSurface']])
  expect(manifest.all('LaunchEvent').map((element) => ['Type', 'FunctionName', 'SendMode'].map((name) => attribute(element, name)))).toEqual([['OnMessageSend', 'onMessageSendHandler', 'PromptUser']])
})

it('all addresses are the server’s, at the places where it has its pages', () => {
  const addresses = manifestFor('--url', 'https://mail.example.com:8443').all('Url').map((element) => attribute(element, 'DefaultValue'))
  expect(addresses).toEqual(['taskpane.html', 'commands.html', 'commands.html', 'launchevent.js'].map((page) => `https://mail.example.com:8443/outlook/${page}`))
})

it('the id stays the same from version to version, and the version follows the product', () => {
  const manifest = manifestFor()
  expect([texts(manifest, 'Id'), texts(manifest, 'Version')]).toEqual([[outlookAddinId], [`${productVersion()}.0`]])
  expect(outlookAddinId).toBe('5ba2d632-56d3-429f-a8a1-d089d9c301f1')
})

it('what changes between two releases is newer by its fourth number', () => {
  expect(texts(manifestFor('--revision', '2'), 'Version')).toEqual([`${productVersion()}.2`])
})

it('every label and tip is shown in both languages', () => {
  const strings = manifestFor().all('String')
  const shown = strings.map((element) => [attribute(element, 'id'), { en: attribute(element, 'DefaultValue'), ru: attribute(childOf(element, 'Override') ?? element, 'Value') }])
  expect(Object.fromEntries(shown)).toEqual({ ...labels, ...tips })
})

it('what is in the address or the support page stays text', () => {
  const hostile = { ...settingsFor(), supportUrl: 'https://help.example.com/?a=1&b="<script>' }
  expect(attribute(readXml(outlookXml(hostile), 'manifest.xml').all('SupportUrl')[0] ?? readXml('<a/>', '').root, 'DefaultValue')).toBe(hostile.supportUrl)
})
