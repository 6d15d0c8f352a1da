// What the XSD can't see about resources: it checks each name alone, never whether it leads anywhere.
import { type Element } from '@xmldom/xmldom'
import { locales } from '../outlook/outlook-facts'
import { type Finding } from './finding'
import { ancestor, attribute, childOf, childrenOf, type XmlManifest } from './xml-reading'

const longestId = 32
const listOf: Record<string, string> = { Image: 'Images', Url: 'Urls', ShortString: 'ShortStrings', LongString: 'LongStrings' }

/** Which list a reference must be found in, by the element that refers. */
function kindOf(element: Element): keyof typeof listOf {
  if (element.localName === 'Image') return 'Image'
  if (/^(Label|Title)$/.test(String(element.localName))) return 'ShortString'
  return element.localName === 'Description' ? 'LongString' : 'Url'
}

const references = ({ all }: XmlManifest): Element[] => all().filter((element) => element.hasAttribute('resid'))
const entries = ({ all }: XmlManifest): Element[] => all('Images', 'Urls', 'ShortStrings', 'LongStrings').flatMap(childrenOf)

export function missingResources(manifest: XmlManifest): Finding[] {
  return references(manifest).flatMap((element) => {
    const resid = attribute(element, 'resid')
    const kind = kindOf(element)
    const overrides = ancestor(element, 'VersionOverrides')
    const list = overrides && childOf(overrides, 'Resources')
    const found = list && childrenOf(list).flatMap(childrenOf).find((entry) => attribute(entry, 'id') === resid)
    if (!found) return [manifest.finding('resources', element, `there is no resource "${resid}"`)]
    const place = String(found.parentNode?.localName)
    return place === listOf[kind] ? [] : [manifest.finding('resources', element, `"${resid}" is one of the ${place}, but ${element.localName} needs one of the ${listOf[kind]}`)]
  })
}

export function resourceIds(manifest: XmlManifest): Finding[] {
  const seen = new Set<string>()
  const tooLong = [...references(manifest).map((element) => [element, 'resid'] as const), ...entries(manifest).map((element) => [element, 'id'] as const)]
    .filter(([element, name]) => attribute(element, name).length > longestId)
    .map(([element, name]) => manifest.finding('resource-ids', element, `the name "${attribute(element, name)}" has ${attribute(element, name).length} characters; ${longestId} are the most`))
  const twice = entries(manifest).flatMap((element) => {
    const key = `${attribute(element, 'id')} ${ancestor(element, 'VersionOverrides')?.namespaceURI}`
    if (!seen.has(key)) return seen.add(key) && []
    return [manifest.finding('resource-ids', element, `"${attribute(element, 'id')}" stands twice among the resources`)]
  })
  return [...tooLong, ...twice]
}

export function unusedResources(manifest: XmlManifest): Finding[] {
  const used = new Set(references(manifest).map((element) => attribute(element, 'resid')))
  return entries(manifest).filter((element) => !used.has(attribute(element, 'id'))).map((element) => manifest.finding('unused-resources', element, 'nothing in the manifest uses this resource'))
}

/** Every text that people see is there in Russian. */
export function russianTexts(manifest: XmlManifest): Finding[] {
  const shown = [...manifest.all('DisplayName'), ...manifest.all('Description').filter((element) => element.hasAttribute('DefaultValue')), ...manifest.all('String')]
  return shown.flatMap((element) => {
    const russian = childrenOf(element).find((child) => child.localName === 'Override' && attribute(child, 'Locale').toLowerCase() === locales.ru.toLowerCase())
    return russian && attribute(russian, 'Value').trim() ? [] : [manifest.finding('russian', element, `there is no Russian text (an Override for ${locales.ru})`)]
  })
}
