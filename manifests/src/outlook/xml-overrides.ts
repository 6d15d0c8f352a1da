import { type ManifestSettings } from '../manifest-options'
import { commandFunctions, mailboxFloor } from './outlook-facts'
import { outlookSurfaces, type Surface } from './outlook-surfaces'
import { buttonControl, mobileControl } from './xml-controls'
import { resources, urlIds } from './xml-resources'
import { namespaces, node, type XmlNode } from './xml-tree'

const label = (resid: string): XmlNode => node('Label', { resid })

function desktopPoint({ point, groupId, buttons }: Surface): XmlNode {
  const group = node('Group', { id: groupId }, [label('Group.Label'), ...buttons.map(buttonControl)])
  return node('ExtensionPoint', { 'xsi:type': point }, [node('OfficeTab', { id: 'TabDefault' }, [group])])
}

/** A phone's message surface takes a group, its appointment log exactly one control and no group. */
function mobilePoint({ point, groupId, buttons }: Surface): XmlNode {
  const controls = buttons.map(mobileControl)
  const content = point === 'MobileLogEventAppointmentAttendee' ? controls : [node('Group', { id: groupId }, [label('Group.Label'), ...controls])]
  return node('ExtensionPoint', { 'xsi:type': point }, content)
}

/**
 * PromptUser is the one mode in which sending never waits for us: the manager may send at once while the handler runs, when it fails
 * and when Outlook works offline. SoftBlock holds the message in all three; Block is refused by policy 1120.4.
 * https://learn.microsoft.com/office/dev/add-ins/outlook/onmessagesend-onappointmentsend-events#available-send-mode-options
 */
function launchEvents(): XmlNode {
  const onSend = node('LaunchEvent', { Type: 'OnMessageSend', FunctionName: commandFunctions.send, SendMode: 'PromptUser' })
  return node('ExtensionPoint', { 'xsi:type': 'LaunchEvent' }, [node('LaunchEvents', {}, [onSend]), node('SourceLocation', { resid: urlIds.runtime })])
}

/** Browsers run the page; classic Outlook on Windows runs the script alone, outside any page. */
function runtimes(): XmlNode {
  return node('Runtimes', {}, [node('Runtime', { resid: urlIds.runtime }, [node('Override', { type: 'javascript', resid: urlIds.script })])])
}

function mailHost(surfaces: Surface[]): XmlNode {
  const of = (formFactor: Surface['formFactor']): Surface[] => surfaces.filter((surface) => surface.formFactor === formFactor)
  const functionFile = (): XmlNode => node('FunctionFile', { resid: urlIds.commands })
  return node('Host', { 'xsi:type': 'MailHost' }, [
    runtimes(),
    node('DesktopFormFactor', {}, [node('SupportsSharedFolders', {}, 'true'), functionFile(), ...of('desktop').map(desktopPoint), launchEvents()]),
    node('MobileFormFactor', {}, [functionFile(), ...of('mobile').map(mobilePoint)]),
  ])
}

/**
 * 1.1 stands inside 1.0 by rule; every client at the floor reads 1.1, so that 1.0 has nothing else to say.
 * No WebApplicationInfo: that is the older sign-in of Office; nested app authentication wants nothing in the XML.
 */
export function versionOverrides(settings: ManifestSettings): XmlNode {
  const surfaces = outlookSurfaces(settings)
  const requirements = node('Requirements', {}, [node('bt:Sets', { DefaultMinVersion: mailboxFloor }, [node('bt:Set', { Name: 'Mailbox' })])])
  const inner = node('VersionOverrides', { 'xsi:type': 'VersionOverridesV1_1' }, [requirements, node('Hosts', {}, [mailHost(surfaces)]), resources(settings, surfaces)])
  return { ...node('VersionOverrides', { 'xsi:type': 'VersionOverridesV1_0' }, [{ ...inner, namespace: namespaces.overrides11 }]), namespace: namespaces.overrides10 }
}
