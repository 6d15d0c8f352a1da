import { strToU8, zipSync } from 'fflate'
import { type ManifestSettings } from '../manifest-options'
import { renderIcons } from './outlook-icons'
import { outlookUnified, russianFile } from './outlook-unified'
import { outlookXml } from './outlook-xml'
import { unifiedRussian } from './unified-russian'

/** Files of a package by their path below its folder. */
export type PackageFiles = Map<string, Buffer>

export const outlookFiles = { xml: 'manifest.xml', unified: 'manifest.json', russian: russianFile, package: 'unified.zip', icons: 'icons/' } as const

/** Zip archives know no time before 1980; a fixed one makes the same package of the same input. */
const packedAt = new Date('1980-01-02T00:00:00')

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

function unifiedFiles(settings: ManifestSettings, icons: PackageFiles): PackageFiles {
  const manifest = outlookUnified(settings)
  const files: PackageFiles = new Map([[outlookFiles.unified, json(manifest)], [outlookFiles.russian, json(unifiedRussian(manifest))]])
  const inPackage = [...Object.values(manifest.icons)].map((name) => [name, icons.get(name)] as const)
  const entries = [...files, ...inPackage].map(([name, content]) => [name, content ? new Uint8Array(content) : strToU8('')] as const)
  return files.set(outlookFiles.package, Buffer.from(zipSync(Object.fromEntries(entries), { mtime: packedAt })))
}

/** Everything that an administrator installs in Outlook. The unified manifest allows https only: at http://localhost there is none. */
export function outlookPackage(settings: ManifestSettings): PackageFiles {
  const icons: PackageFiles = new Map([...renderIcons()].map(([name, picture]) => [`${outlookFiles.icons}${name}`, picture]))
  const files: PackageFiles = new Map([[outlookFiles.xml, Buffer.from(outlookXml(settings))]])
  const unified = settings.url.startsWith('https:') ? unifiedFiles(settings, icons) : new Map<string, Buffer>()
  return new Map([...files, ...unified, ...icons])
}
