// The unified (JSON) manifest: the optional second package. Outlook on Mac and on phones does not read it, so it never replaces the XML one.
// https://learn.microsoft.com/office/dev/add-ins/develop/unified-manifest-overview#client-and-platform-support
import { v5 as guidFrom } from 'uuid'
import { type ManifestSettings } from '../manifest-options'
import { commandFunctions, locales, mailboxFloor, pages, signInOrigin } from './outlook-facts'
import { iconName } from './outlook-icons'
import { productTexts, providerName } from './outlook-texts'
import { paneActions, unifiedRibbons } from './unified-ribbons'

export const unifiedVersion = '1.30'
export const unifiedSchema = `https://developer.microsoft.com/json-schemas/teams/v${unifiedVersion}/MicrosoftTeams.schema.json`
export const russianFile = 'ru.json'
/** The first requirement set with the event of sending. */
const sendEventSet = '1.12'

/** Another id than the XML's: the two are two packages, and this one hides that one where both are installed. */
export const unifiedId = (id: string): string => guidFrom('unified manifest', id)

const mailbox = (minVersion: string) => ({ capabilities: [{ name: 'Mailbox', minVersion }] })

/** Function commands and the event have runtimes of their own, so that clients without the event still have the command. */
function runtimes({ url, minimal }: ManifestSettings) {
  const page = `${url}${pages.commands}`
  const common = { type: 'general', lifetime: 'short' } as const
  return [
    { requirements: mailbox(mailboxFloor), id: 'PaneRuntime', ...common, code: { page: `${url}${pages.pane}` }, actions: paneActions({ minimal }) },
    { requirements: mailbox(mailboxFloor), id: 'CommandsRuntime', ...common, code: { page }, actions: [{ id: commandFunctions.register, type: 'executeFunction' }] },
    { requirements: mailbox(sendEventSet), id: 'EventsRuntime', ...common, code: { page, script: `${url}${pages.launchEvent}` }, actions: [{ id: commandFunctions.send, type: 'executeFunction' }] },
  ]
}

function permissions({ minimal }: ManifestSettings) {
  const delegated = (name: string) => ({ name, type: 'Delegated' })
  return { permissions: { resourceSpecific: [delegated(minimal ? 'MailboxItem.Read.User' : 'Mailbox.ReadWrite.User'), delegated('Mailbox.SharedFolder')] } }
}

function extension(settings: ManifestSettings) {
  return {
    requirements: { scopes: ['mail'], ...mailbox(mailboxFloor) },
    runtimes: runtimes(settings),
    ribbons: unifiedRibbons(settings),
    autoRunEvents: [{ requirements: { ...mailbox(sendEventSet), scopes: ['mail'] }, events: [{ type: 'messageSending', actionId: commandFunctions.send, options: { sendMode: 'promptUser' } }] }],
    alternates: [{ hide: { customOfficeAddin: { officeAddinId: settings.id } } }],
  }
}

export function outlookUnified(settings: ManifestSettings) {
  const { url, id, version, clientId, supportUrl } = settings
  return {
    $schema: unifiedSchema,
    manifestVersion: unifiedVersion,
    version,
    id: unifiedId(id),
    localizationInfo: { defaultLanguageTag: locales.en.toLowerCase(), additionalLanguages: [{ languageTag: locales.ru.toLowerCase(), file: russianFile }] },
    developer: { name: providerName, websiteUrl: supportUrl, privacyUrl: supportUrl, termsOfUseUrl: supportUrl },
    name: { short: productTexts.name.en, full: productTexts.name.en },
    description: { short: productTexts.summary.en, full: productTexts.description.en },
    icons: { outline: `icons/${iconName('outline', 32)}`, color: `icons/${iconName('icon', 192)}`, color32x32: `icons/${iconName('icon', 32)}` },
    accentColor: '#0F6CBD',
    validDomains: [new URL(url).host, new URL(signInOrigin).host],
    // With it the administrator is asked for consent while deploying; nested app authentication itself needs nothing here.
    // https://learn.microsoft.com/office/dev/add-ins/publish/publish-nested-app-auth-add-in
    ...(clientId && { webApplicationInfo: { id: clientId, resource: url } }),
    authorization: permissions(settings),
    extensions: [extension(settings)],
  }
}

export type UnifiedManifest = ReturnType<typeof outlookUnified>
