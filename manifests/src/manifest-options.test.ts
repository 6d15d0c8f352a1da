import { parseManifestOptions } from './manifest-options'
import { outlookAddinId } from './outlook/outlook-facts'
import { productVersion } from './package-folder'

const id = '9f3c1a52-0b7e-4c54-8f0e-3d3f6a1f2b10'

it('the whole add-in is written unless less is asked for', () => {
  expect(parseManifestOptions(['--url', 'https://crm.example.com'])).toMatchObject({
    check: false, settings: { url: 'https://crm.example.com', id: outlookAddinId, clientId: null, minimal: false, conversations: false, language: 'en', supportUrl: 'https://crm.example.com/journal/', version: productVersion(), revision: 0 },
  })
})

it('a second installation has an id of its own', () => {
  const { settings } = parseManifestOptions(['--url', 'https://test.example.com', '--id', id.toUpperCase(), '--minimal', '--client-id', id, '--support-url', 'https://help.example.com'])
  expect(settings).toMatchObject({ id, clientId: id, minimal: true, supportUrl: 'https://help.example.com/' })
})

it('Gmail’s conversations and the language of its menu are chosen', () => {
  expect(parseManifestOptions(['--url', 'https://crm.example.com', '--conversations', '--language', 'ru'])).toMatchObject({ settings: { conversations: true, language: 'ru' } })
})

it('a check needs no address: it reads what was written', () => {
  expect(parseManifestOptions(['--check', '--out', '/somewhere'])).toEqual({ check: true, settings: null, folder: '/somewhere' })
})

it.each([
  [[], /--url is missing/],
  [['--url', 'http://crm.example.com'], /must begin with https/],
  [['--url', 'https://crm.example.com/outlook'], /without a path/],
  [['--url', 'https://crm.example.com', '--fast'], /Unknown option '--fast'/],
  [['--url', 'https://crm.example.com', 'more'], /Unexpected argument 'more'/],
  [['--url'], /'--url <value>' argument missing/],
  [['--url', 'https://crm.example.com', '--id', 'crm'], /--id must be a GUID/],
  [['--url', 'https://crm.example.com', '--revision', '1.5'], /--revision must be a whole number/],
  [['--url', 'https://crm.example.com', '--client-id', 'crm'], /--client-id must be a GUID/],
  [['--url', 'https://crm.example.com', '--support-url', 'http://help.example.com'], /--support-url must be an https address/],
  [['--url', 'https://crm.example.com', '--language', 'de'], /--language must be en or ru, not "de"/],
  [['--check', '--minimal'], /--minimal needs --url/],
  [['--check', '--conversations'], /--conversations needs --url/],
])('%j is refused with a sentence', (args, sentence) => {
  expect(() => parseManifestOptions(args)).toThrow(sentence)
})
