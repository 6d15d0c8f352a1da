import { outlookFiles, type PackageFiles } from '../outlook/outlook-package'
import { type Finding } from './finding'
import { lintUnified } from './lint-unified'
import { lintXml } from './lint-xml'
import { checkUnifiedSchema, checkXsd } from './schema-checks'

export interface CheckResult {
  findings: Finding[]
  /** What was looked at, and what could not be, in words. */
  notes: string[]
}

const sameOnce = (findings: Finding[]): Finding[] => [...new Map(findings.map((finding) => [`${finding.place} ${finding.sentence}`, finding])).values()]

export async function checkOutlook(files: PackageFiles): Promise<CheckResult> {
  const xml = files.get(outlookFiles.xml)
  if (!xml) return { findings: [{ rule: 'files', place: outlookFiles.xml, sentence: 'the manifest is not there' }], notes: [] }
  const linted = [...lintXml(xml.toString('utf8'), files), ...lintUnified(files)]
  // A schema has nothing to say of what can't be read.
  if (linted.some(({ rule }) => rule === 'well-formed')) return { findings: linted, notes: [] }
  const schemas = [['the XSD set', await checkXsd(files)], ['the unified schema', await checkUnifiedSchema(files)]] as const
  const notes = schemas.map(([name, { skipped }]) => (skipped ? `not checked against ${name}: ${skipped}` : `checked against ${name}`))
  return { findings: sameOnce([...linted, ...schemas.flatMap(([, { findings }]) => findings)]), notes: ['checked by our own rules', ...notes] }
}
