// https://learn.microsoft.com/office/dev/add-ins/develop/manifest-element-ordering
import { type Element } from '@xmldom/xmldom'
import { namespaces } from '../outlook/xml-tree'
import { type Finding } from './finding'
import { ancestor, attribute, childrenOf, surfaceOf, typeOf, type XmlManifest } from './xml-reading'

const order: Record<string, string[]> = {
  OfficeApp: ['Id', 'AlternateId', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'AppDomains', 'Hosts', 'Requirements', 'FormSettings', 'Permissions', 'Rule', 'DisableEntityHighlighting', 'VersionOverrides'],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources', 'WebApplicationInfo', 'EquivalentAddins', 'ConnectedServiceControls', 'ExtendedPermissions', 'VersionOverrides'],
  MailHost: ['Runtimes', 'DesktopFormFactor', 'MobileFormFactor'],
  DesktopFormFactor: ['SupportsSharedFolders', 'FunctionFile', 'ExtensionPoint'],
  MobileFormFactor: ['FunctionFile', 'ExtensionPoint'],
  ShowTaskpane: ['SourceLocation', 'SupportsPinning', 'SupportsNoItemContext', 'SupportsMultiSelect'],
  Button: ['Label', 'Supertip', 'Icon', 'Action'],
  MobileButton: ['Label', 'Icon', 'Action'],
  Resources: ['Images', 'Urls', 'ShortStrings', 'LongStrings'],
  LaunchEvent: ['LaunchEvents', 'SourceLocation'],
}

const orderOf = (element: Element): string[] | undefined => (element.localName === 'LaunchEvent' ? undefined : order[typeOf(element)] ?? order[String(element.localName)])

export function elementOrder(manifest: XmlManifest): Finding[] {
  return manifest.all().flatMap((parent) => {
    const known = orderOf(parent)
    if (!known) return []
    let last = 0
    return childrenOf(parent).flatMap((child) => {
      const at = known.indexOf(String(child.localName))
      if (at === -1) return [manifest.finding('order', child, `${child.localName} does not belong in ${typeOf(parent) || parent.localName}`)]
      if (at < last) return [manifest.finding('order', child, `${child.localName} must stand before ${known[last]}`)]
      last = at
      return []
    })
  })
}

/** Phones take one group of buttons without tips, and for the appointment log exactly one button. */
export function phoneControls(manifest: XmlManifest): Finding[] {
  return manifest.all('ExtensionPoint').filter((point) => ancestor(point, 'MobileFormFactor')).flatMap((point) => {
    const wanted = typeOf(point) === 'MobileLogEventAppointmentAttendee' ? 'Control' : 'Group'
    const inside = childrenOf(point)
    const shape = inside.length === 1 && inside[0]?.localName === wanted ? [] : [manifest.finding('phone-controls', point, `${typeOf(point)} takes exactly one ${wanted}`)]
    const others = manifest.all('Control').filter((control) => ancestor(control, 'ExtensionPoint') === point && typeOf(control) !== 'MobileButton')
    return [...shape, ...others.map((control) => manifest.finding('phone-controls', control, 'a button on a phone must be a MobileButton'))]
  })
}

/** Ids of tabs are Outlook's own; all others must differ, or a client takes one button for another. */
export function controlIds(manifest: XmlManifest): Finding[] {
  const seen = new Map<string, Element>()
  return manifest.all('Group', 'Control').filter((element) => ancestor(element, 'VersionOverrides')?.namespaceURI === namespaces.overrides11).flatMap((element) => {
    const id = attribute(element, 'id')
    const first = seen.get(id)
    if (id && !first) return seen.set(id, element) && []
    return [manifest.finding('control-ids', element, id ? `the id "${id}" is already in ${surfaceOf(first ?? element)}` : 'the id is missing')]
  })
}
