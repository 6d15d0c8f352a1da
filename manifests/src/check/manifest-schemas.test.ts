import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { outlookFiles } from '../outlook/outlook-package'
import { aPackage, xmlOf } from '../test-support/sample-manifests'
import { checkXsd, schemaFolder } from './schema-checks'

// skipped in words: the XSD set is no part of the repository and not beside this checkout
const withSchemas = existsSync(schemaFolder()) ? describe : describe.skip
const withXml = (text: string) => new Map([[outlookFiles.xml as string, Buffer.from(text)]])

withSchemas('the XSD set', () => {
  it.each([['whole', []], ['minimal', ['--minimal']], ['loopback', ['--url', 'http://localhost:3000']]])('accepts the %s manifest', async (_name, args) => {
    expect(await checkXsd(aPackage(...args))).toEqual({ findings: [], skipped: null })
  })

  it('accepts the worked example, so that its word counts', async () => {
    const example = readFileSync(join(schemaFolder(), '../xml-example/all-surfaces.xml'), 'utf8')
    expect(await checkXsd(withXml(example))).toEqual({ findings: [], skipped: null })
  })

  it.each([
    ['an unknown permission', '<Permissions>ReadWriteMailbox', '<Permissions>Everything', /Permissions/],
    ['an element out of its place', '<SupportsPinning>true</SupportsPinning>', '<SupportsSinging>true</SupportsSinging>', /SupportsSinging/],
    ['an unknown mode of sending', 'SendMode="PromptUser"', 'SendMode="Never"', /SendMode/],
  ])('refuses %s', async (_what, before, after, sentence) => {
    const { findings } = await checkXsd(withXml(xmlOf(aPackage()).replace(before, after)))
    expect(findings[0]?.sentence).toMatch(sentence)
    expect(findings[0]?.place).toMatch(/^manifest\.xml:\d+$/)
  })
})

it('a set of schemas that is not there is said, not passed over', async () => {
  expect(await checkXsd(aPackage(), join(__dirname, 'nowhere'))).toEqual({ findings: [], skipped: 'the XSD set is not beside this checkout' })
})
