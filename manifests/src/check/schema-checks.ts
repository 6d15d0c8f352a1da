// The vendor's own schemas, where they are present: Microsoft publishes no XSD any more, so that set lies beside the checkout or nowhere;
// the unified manifest's schema comes with @microsoft/app-manifest, a development tool. Nothing is fetched.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { outlookFiles, type PackageFiles } from '../outlook/outlook-package'
import { unifiedSchema } from '../outlook/outlook-unified'
import { languageSchema } from '../outlook/unified-russian'
import { packageFolder } from '../package-folder'
import { type Finding } from './finding'

const driver = 'mail-manifest.driver.xsd'

/** Where the set of XSD files would lie. */
export const schemaFolder = (): string => join(packageFolder(), '../../shared/data/manifest-schemas/xml')

/** null: not checked, with the reason in words. */
export interface SchemaResult { findings: Finding[]; skipped: string | null }
const skipped = (reason: string): SchemaResult => ({ findings: [], skipped: reason })

async function load<T>(name: string): Promise<T | null> {
  try {
    return await import(name) as T
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND' || (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return null
    throw error
  }
}

export async function checkXsd(files: PackageFiles, folder = schemaFolder()): Promise<SchemaResult> {
  const xml = files.get(outlookFiles.xml)
  if (!xml) return skipped(`there is no ${outlookFiles.xml}`)
  if (!existsSync(join(folder, driver))) return skipped('the XSD set is not beside this checkout')
  const xmllint = await load<typeof import('xmllint-wasm')>('xmllint-wasm')
  if (!xmllint) return skipped('xmllint-wasm is not installed')
  const read = (fileName: string) => ({ fileName, contents: readFileSync(join(folder, fileName), 'utf8') })
  const { errors } = await xmllint.validateXML({
    xml: [{ fileName: outlookFiles.xml, contents: xml.toString('utf8') }], schema: [read(driver)],
    preload: readdirSync(folder).filter((name) => name.endsWith('.xsd') && name !== driver).map(read),
  })
  return { skipped: null, findings: errors.map(({ loc, message }) => ({ rule: 'xsd', place: `${outlookFiles.xml}:${loc?.lineNumber ?? 1}`, sentence: message })) }
}

interface Schema { patternProperties?: Record<string, unknown> }

/** The published language schema has a pattern that is no regular expression in Unicode mode; ajv would stop at it. */
function withoutUnreadablePatterns(schema: Schema): Schema {
  const readable = Object.entries(schema.patternProperties ?? {}).filter(([pattern]) => {
    try {
      return new RegExp(pattern, 'u') instanceof RegExp
    } catch {
      return false
    }
  })
  return { ...schema, patternProperties: Object.fromEntries(readable) }
}

export async function checkUnifiedSchema(files: PackageFiles): Promise<SchemaResult> {
  if (!files.has(outlookFiles.unified)) return skipped(`there is no ${outlookFiles.unified}`)
  const library = await load<typeof import('@microsoft/app-manifest')>('@microsoft/app-manifest')
  if (!library) return skipped('@microsoft/app-manifest is not installed')
  const { AppManifestUtils } = library
  const findings: Finding[] = []
  for (const [name, known] of [[outlookFiles.unified, unifiedSchema], [outlookFiles.russian, languageSchema]] as const) {
    const value = JSON.parse(files.get(name)?.toString('utf8') ?? '{}') as { $schema: string }
    // Any other address would be fetched from the network.
    if (value.$schema !== known) findings.push({ rule: 'schema', place: `${name} $schema`, sentence: `${known} is expected` })
    else {
      const schema = withoutUnreadablePatterns(await AppManifestUtils.fetchSchema(known) as Schema)
      const errors = await AppManifestUtils.validateAgainstSchema(value as never, schema as never)
      findings.push(...errors.map((sentence) => ({ rule: 'schema', place: name, sentence: sentence.trim() })))
    }
  }
  return { findings, skipped: null }
}
