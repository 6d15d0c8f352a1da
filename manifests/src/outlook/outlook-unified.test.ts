import { unzipSync } from 'fflate'
import { aPackage, jsonOf, settingsFor } from '../test-support/sample-manifests'
import { outlookAddinId } from './outlook-facts'
import { outlookFiles } from './outlook-package'
import { outlookUnified, unifiedId } from './outlook-unified'

const whole = outlookUnified(settingsFor())
const minimal = outlookUnified(settingsFor('--minimal'))
const permissions = ({ authorization }: typeof whole): string[] => authorization.permissions.resourceSpecific.map(({ name }) => name)

it('stands in the same places as the XML manifest', () => {
  expect(whole.extensions[0]?.ribbons.map(({ contexts, requirements }) => [contexts[0], requirements.formFactors.join()])).toEqual([
    ['mailRead', 'desktop,mobile'], ['mailCompose', 'desktop'], ['meetingDetailsOrganizer', 'desktop'], ['meetingDetailsAttendee', 'desktop'], ['logEventMeetingDetailsAttendee', 'mobile'],
  ])
})

it('asks for what its variant needs', () => {
  expect(permissions(whole)).toEqual(['Mailbox.ReadWrite.User', 'Mailbox.SharedFolder'])
  expect(permissions(minimal)).toEqual(['MailboxItem.Read.User', 'Mailbox.SharedFolder'])
  expect(JSON.stringify(minimal)).not.toMatch(/multiselect|supportsNoItemContext/)
})

it('asks the administrator for consent only when an application is named', () => {
  const clientId = '9f3c1a52-0b7e-4c54-8f0e-3d3f6a1f2b10'
  expect(whole).not.toHaveProperty('webApplicationInfo')
  expect(outlookUnified(settingsFor('--client-id', clientId))).toHaveProperty('webApplicationInfo', { id: clientId, resource: 'https://crm.example.com' })
})

it('is another add-in that hides the XML one, always the same', () => {
  expect(whole.id).toBe(unifiedId(outlookAddinId))
  expect(whole.id).not.toBe(outlookAddinId)
  expect(whole.extensions[0]?.alternates).toEqual([{ hide: { customOfficeAddin: { officeAddinId: outlookAddinId } } }])
})

it('the archive to upload holds the manifest and the files that it names', () => {
  const files = aPackage()
  const packed = unzipSync(new Uint8Array(files.get(outlookFiles.package) ?? []))
  expect(Object.keys(packed).sort()).toEqual(['icons/icon-192.png', 'icons/icon-32.png', 'icons/outline-32.png', 'manifest.json', 'ru.json'])
  for (const [name, content] of Object.entries(packed)) expect(Buffer.from(content).equals(files.get(name) ?? Buffer.alloc(0))).toBe(true)
})

it('the same settings make the same files, byte for byte', () => {
  const [first, second] = [aPackage(), aPackage()]
  expect([...first].filter(([name, content]) => !second.get(name)?.equals(content))).toEqual([])
})

it('the Russian file is Russian, but for the name', () => {
  const { $schema: _schema, ...texts } = jsonOf<Record<string, string>>(aPackage(), outlookFiles.russian)
  expect(Object.keys(texts).length).toBeGreaterThan(25)
  expect(new Set(Object.values(texts).filter((text) => !/[а-яё]/i.test(text)))).toEqual(new Set(['Counterpane']))
})

it('there is none at an http address, which its schema refuses', () => {
  expect([...aPackage('--url', 'http://localhost:3000').keys()].filter((name) => !name.startsWith('icons/'))).toEqual(['manifest.xml'])
})
