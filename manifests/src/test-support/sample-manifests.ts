import { DOMParser, type Element, XMLSerializer } from '@xmldom/xmldom'
import { type ManifestSettings, parseManifestOptions } from '../manifest-options'
import { outlookFiles, outlookPackage, type PackageFiles } from '../outlook/outlook-package'

export function settingsFor(...args: string[]): ManifestSettings {
  const { settings } = parseManifestOptions(['--url', 'https://crm.example.com', ...args])
  if (!settings) throw new Error('no settings')
  return settings
}

export const aPackage = (...args: string[]): PackageFiles => outlookPackage(settingsFor(...args))

export const xmlOf = (files: PackageFiles): string => files.get(outlookFiles.xml)?.toString('utf8') ?? ''
export const jsonOf = <T>(files: PackageFiles, name: string): T => JSON.parse(files.get(name)?.toString('utf8') ?? 'null') as T

export type Find = (name: string, key?: string) => Element

/** The manifest with one thing changed in it; `find` takes an element's name and its id, resid, type or size. */
export function changed(xml: string, change: (find: Find) => unknown): string {
  const document = new DOMParser().parseFromString(xml, 'text/xml')
  const find: Find = (name, key) => {
    const found = [...document.getElementsByTagName(name)].find((element) => key === undefined || [...element.attributes].some((attribute) => attribute.value === key))
    if (!found) throw new Error(`no ${name} ${key ?? ''}`)
    return found
  }
  change(find)
  return new XMLSerializer().serializeToString(document)
}

export const remove = (element: Element): void => void element.parentNode?.removeChild(element)

export function copyOf(element: Element, attributes: Record<string, string> = {}): Element {
  const copy = element.cloneNode(true) as Element
  for (const [name, value] of Object.entries(attributes)) copy.setAttribute(name, value)
  return copy
}

/** Those below an element, in order. */
export const below = (element: Element, name: string): Element[] => [...element.getElementsByTagName(name)]
