import { ParseError } from '@xmldom/xmldom'
import { type PackageFiles } from '../outlook/outlook-package'
import { namespaces } from '../outlook/xml-tree'
import { type Finding } from './finding'
import { addresses, domains, identity, requirements, textLengths, version } from './rules-facts'
import { iconFiles, iconSets } from './rules-icons'
import { controlIds, elementOrder, phoneControls } from './rules-order'
import { missingResources, resourceIds, russianTexts, unusedResources } from './rules-resources'
import { functionNames, launchEvents, nesting, paneOffers, permission, sharedFolders, surfaces } from './rules-surfaces'
import { readXml, type XmlManifest } from './xml-reading'

const rules: ((manifest: XmlManifest) => Finding[])[] = [
  identity, version, textLengths, addresses, domains, requirements, permission, elementOrder, nesting, surfaces, sharedFolders, launchEvents, functionNames, paneOffers,
  phoneControls, controlIds, iconSets, missingResources, resourceIds, unusedResources, russianTexts,
]

/** Faults of an XML manifest that its schema can't see; `files` are those that lie beside it. */
export function lintXml(text: string, files: PackageFiles, file = 'manifest.xml'): Finding[] {
  try {
    const manifest = readXml(text, file)
    if (manifest.root.namespaceURI !== namespaces.app || manifest.root.localName !== 'OfficeApp') return [manifest.finding('well-formed', manifest.root, 'this is no manifest of an Office add-in')]
    return [...rules, iconFiles(files)].flatMap((rule) => rule(manifest))
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    return [{ rule: 'well-formed', place: `${file}:${error.locator?.lineNumber || 1}`, sentence: `this is no XML: ${error.message}` }]
  }
}
