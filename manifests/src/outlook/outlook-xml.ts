// The XML ("add-in only") manifest: what every Outlook client reads, phones and Macs included.
// Order of elements: https://learn.microsoft.com/office/dev/add-ins/develop/manifest-element-ordering
import { type ManifestSettings } from '../manifest-options'
import { locales, mailboxFloor, pages, signInOrigin } from './outlook-facts'
import { iconName } from './outlook-icons'
import { permissionOf } from './outlook-surfaces'
import { type Bilingual, productTexts, providerName } from './outlook-texts'
import { versionOverrides } from './xml-overrides'
import { namespaces, node, writeXml, type XmlNode } from './xml-tree'

const localized = (name: string, { en, ru }: Bilingual): XmlNode => node(name, { DefaultValue: en }, [node('Override', { Locale: locales.ru, Value: ru })])

/** Clients without add-in commands would show this form; the floor of requirements leaves none of them. The schema wants it all the same. */
function formSettings(url: string): XmlNode {
  return node('FormSettings', {}, [
    node('Form', { 'xsi:type': 'ItemRead' }, [
      node('DesktopSettings', {}, [node('SourceLocation', { DefaultValue: `${url}${pages.pane}` }), node('RequestedHeight', {}, '450')]),
    ]),
  ])
}

function activation(): XmlNode {
  const read = (itemType: string): XmlNode => node('Rule', { 'xsi:type': 'ItemIs', ItemType: itemType, FormType: 'Read' })
  return node('Rule', { 'xsi:type': 'RuleCollection', Mode: 'Or' }, [read('Message'), read('Appointment')])
}

export function outlookXml(settings: ManifestSettings): string {
  const { url, id, version, revision, supportUrl } = settings
  const root = node('OfficeApp', { 'xsi:type': 'MailApp' }, [
    node('Id', {}, id),
    node('Version', {}, `${version}.${revision}`),
    node('ProviderName', {}, providerName),
    node('DefaultLocale', {}, locales.en),
    localized('DisplayName', productTexts.name),
    localized('Description', productTexts.description),
    node('IconUrl', { DefaultValue: `${url}${pages.icons}/${iconName('icon', 64)}` }),
    node('HighResolutionIconUrl', { DefaultValue: `${url}${pages.icons}/${iconName('icon', 128)}` }),
    node('SupportUrl', { DefaultValue: supportUrl }),
    node('AppDomains', {}, [url, signInOrigin].map((domain) => node('AppDomain', {}, domain))),
    node('Hosts', {}, [node('Host', { Name: 'Mailbox' })]),
    node('Requirements', {}, [node('Sets', {}, [node('Set', { Name: 'Mailbox', MinVersion: mailboxFloor })])]),
    formSettings(url),
    node('Permissions', {}, permissionOf(settings)),
    activation(),
    node('DisableEntityHighlighting', {}, 'false'),
    versionOverrides(settings),
  ])
  return writeXml({ ...root, namespace: namespaces.app })
}
