// Surfaces of Outlook and what may be asked for on each.
import { type Element } from '@xmldom/xmldom'
import { commandFunctions } from '../outlook/outlook-facts'
import { outlookSurfaces } from '../outlook/outlook-surfaces'
import { namespaces } from '../outlook/xml-tree'
import { type Finding } from './finding'
import { ancestor, ancestorsOf, attribute, childOf, childrenOf, surfaceOf, textIsTrue, textOf, typeOf, type XmlManifest } from './xml-reading'

const knownFunctions: string[] = Object.values(commandFunctions)

export function surfaces(manifest: XmlManifest): Finding[] {
  const points = manifest.all('ExtensionPoint')
  const wanted = [...outlookSurfaces({ minimal: false }).map(({ point }) => point), 'LaunchEvent']
  const missing = wanted.filter((point) => !points.some((element) => typeOf(element) === point)).map((point) => manifest.finding('surfaces', manifest.root, `the surface ${point} is missing`))
  const other = points.filter((element, index) => !wanted.includes(typeOf(element)) || points.findIndex((first) => typeOf(first) === typeOf(element)) !== index)
  return [...missing, ...other.map((element) => manifest.finding('surfaces', element, wanted.includes(typeOf(element)) ? 'this surface stands twice' : `${typeOf(element)} is no surface of this add-in`))]
}

export function functionNames(manifest: XmlManifest): Finding[] {
  const asked = [...manifest.all('FunctionName').map((element) => [element, textOf(element)] as const), ...manifest.all('LaunchEvent').map((element) => [element, attribute(element, 'FunctionName')] as const)]
  return asked.filter(([, name]) => !knownFunctions.includes(name)).map(([element, name]) => manifest.finding('functions', element, `the commands page knows no function "${name}"; it knows ${knownFunctions.join(' and ')}`))
}

const offers: Record<string, { where: string[]; why: string }> = {
  SupportsPinning: { where: ['MessageReadCommandSurface', 'MessageComposeCommandSurface'], why: 'a pane can be pinned beside messages only' },
  SupportsMultiSelect: { where: ['MessageReadCommandSurface', 'MessageComposeCommandSurface'], why: 'only messages can be selected together' },
  SupportsNoItemContext: { where: ['MessageReadCommandSurface'], why: 'only the pane for reading can open without a message' },
}

/** Pinning, several messages, no message: elements of VersionOverrides 1.1, each for its own surfaces. */
export function paneOffers(manifest: XmlManifest): Finding[] {
  return manifest.all(...Object.keys(offers)).flatMap((element) => {
    const { where, why } = offers[String(element.localName)] ?? { where: [], why: '' }
    if (ancestor(element, 'VersionOverrides')?.namespaceURI !== namespaces.overrides11) return [manifest.finding('pane-offers', element, `${element.localName} belongs in VersionOverrides 1.1`)]
    return where.includes(surfaceOf(element)) ? [] : [manifest.finding('pane-offers', element, `${element.localName} does not belong in ${surfaceOf(element)}: ${why}`)]
  })
}

/** Enough for what is asked, and no more than that (policy 1100.5). */
export function permission(manifest: XmlManifest): Finding[] {
  const element = childOf(manifest.root, 'Permissions')
  if (!element) return [manifest.finding('permission', manifest.root, 'Permissions is missing')]
  const several = manifest.all('SupportsMultiSelect').some((offer) => textIsTrue(offer))
  const needed = several ? 'ReadWriteMailbox' : 'ReadItem'
  if (textOf(element) === needed) return []
  return [manifest.finding('permission', element, several ? `selecting several messages needs ReadWriteMailbox, not ${textOf(element)}` : `${textOf(element)} is not what this manifest needs: without selecting several messages ReadItem is enough`)]
}

export function sharedFolders(manifest: XmlManifest): Finding[] {
  const computers = manifest.all('DesktopFormFactor').filter((element) => ancestor(element, 'VersionOverrides')?.namespaceURI === namespaces.overrides11)
  const late = computers.filter((element) => childrenOf(element)[0]?.localName !== 'SupportsSharedFolders' || !textIsTrue(childrenOf(element)[0]))
  const astray = manifest.all('SupportsSharedFolders').filter((element) => element.parentNode?.localName !== 'DesktopFormFactor')
  return [...late.map((element) => manifest.finding('shared-folders', element, 'SupportsSharedFolders, set to true, must be the first element here')), ...astray.map((element) => manifest.finding('shared-folders', element, 'SupportsSharedFolders belongs in DesktopFormFactor'))]
}

/** Browsers and classic Outlook run the event in two different ways: both must be told where its code is. */
export function launchEvents(manifest: XmlManifest): Finding[] {
  const runtime = manifest.all('Runtime')[0]
  const script = runtime && childrenOf(runtime).find((child) => child.localName === 'Override' && attribute(child, 'type') === 'javascript')
  return manifest.all('ExtensionPoint').filter((point) => typeOf(point) === 'LaunchEvent').flatMap((point) => {
    if (!runtime) return [manifest.finding('launch-events', point, 'there is no Runtime to run the events')]
    const page = childOf(point, 'SourceLocation')
    const faults: [Element, string][] = []
    if (!script) faults.push([runtime, 'the script for classic Outlook on Windows is missing (an Override of type javascript)'])
    if (attribute(page ?? point, 'resid') !== attribute(runtime, 'resid')) faults.push([page ?? point, `the page of the events must be the Runtime's, "${attribute(runtime, 'resid')}"`])
    for (const event of manifest.all('LaunchEvent')) {
      if (/Send$/.test(attribute(event, 'Type')) && attribute(event, 'SendMode') !== 'PromptUser') faults.push([event, 'SendMode must be PromptUser: any other mode can keep a message from being sent'])
    }
    return faults.map(([element, sentence]) => manifest.finding('launch-events', element, sentence))
  })
}

/** Obsolete, and refused by policy 1120.4; 1.1 is read inside of 1.0 only. */
export function nesting(manifest: XmlManifest): Finding[] {
  const inner = manifest.all('VersionOverrides').filter(({ namespaceURI }) => namespaceURI === namespaces.overrides11)
  const astray = inner.filter((element) => ancestorsOf(element)[0]?.namespaceURI !== namespaces.overrides10)
  const none = inner.length ? [] : [manifest.finding('nesting', manifest.root, 'VersionOverrides 1.1 is missing')]
  return [...none, ...astray.map((element) => manifest.finding('nesting', element, 'VersionOverrides 1.1 must stand inside VersionOverrides 1.0'))]
}
