import { hasRequirementSet, isPhone, officeAnswers } from './office-answers'
import { createStandInMailbox, type StandInMailbox } from './office-mailbox-object'
import { windowsOf } from './office-windows'
import type { Command, StandInHost } from './stand-in-host'

/** The part of Office.js that the add-in is allowed to use. Its types are Microsoft's, so that it cannot drift from them unseen. */
export interface OfficeStandIn {
  onReady: typeof Office.onReady
  context: Pick<Office.Context, 'displayLanguage' | 'contentLanguage' | 'officeTheme' | 'host' | 'platform'> & {
    requirements: Pick<Office.RequirementSetSupport, 'isSetSupported'>
    mailbox: StandInMailbox
    ui: Pick<Office.UI, 'displayDialogAsync' | 'messageParent' | 'closeContainer' | 'openBrowserWindow'>
  }
  EventType: Record<string, string>
  CoercionType: { Text: string; Html: string }
  AsyncResultStatus: { Succeeded: string; Failed: string }
  HostType: { Outlook: string }
  PlatformType: Record<string, string>
  MailboxEnums: { ItemType: { Message: string; Appointment: string }; ItemNotificationMessageType: Record<string, string>; AttachmentContentFormat: Record<string, string> }
  actions: Pick<typeof Office.actions, 'associate'>
}

const backgrounds = { light: ['#ffffff', '#242424'], dark: ['#1f1f1f', '#ffffff'] } as const
const platforms = { Outlook: 'PC', newOutlookWindows: 'OfficeOnline', OutlookWebApp: 'OfficeOnline', OutlookIOS: 'iOS', OutlookAndroid: 'Android' } as const
/** The words at run time, and the set from which each event exists. */
const events: [name: string, value: string, since: string][] = [
  ['ItemChanged', 'olkItemSelectedChanged', '1.5'], ['RecipientsChanged', 'olkRecipientsChanged', '1.7'], ['AppointmentTimeChanged', 'olkAppointmentTimeChanged', '1.7'],
  ['SelectedItemsChanged', 'olkSelectedItemsChanged', '1.13'], ['OfficeThemeChanged', 'officeThemeChanged', '1.14'],
  ['DialogMessageReceived', 'dialogMessageReceived', '1.1'], ['DialogEventReceived', 'dialogEventReceived', '1.1'], ['DialogParentMessageReceived', 'dialogParentMessageReceived', '1.1'],
]

/** `host` null is a page opened outside a mail client: Office.js then says so. */
export function createOfficeStandIn(host: StandInHost | Promise<StandInHost> | null): OfficeStandIn {
  let here: StandInHost | null = null
  let mailbox: StandInMailbox | null = null
  const known = (): StandInHost => {
    if (!here) throw new Error('Office.onReady has not resolved yet')
    return here
  }
  const answers = officeAnswers(known)
  const connected = Promise.resolve(host).then((found) => {
    here = found
    mailbox = found && createStandInMailbox(found, answers)
    return found
  })

  return {
    async onReady(callback) {
      const found = await connected
      if (found?.switches().ready === 'never') await new Promise(() => undefined)
      const info = (found ? { host: 'Outlook', platform: platforms[found.switches().host] } : { host: null, platform: null }) as unknown as { host: Office.HostType; platform: Office.PlatformType }
      await callback?.(info)
      return info
    },
    context: {
      get displayLanguage() { return known().language() },
      get contentLanguage() { return known().language() },
      get officeTheme() { return themeOf(known()) },
      host: 'Outlook' as unknown as Office.HostType,
      get platform() { return platforms[known().switches().host] as unknown as Office.PlatformType },
      requirements: { isSetSupported: (name: string, version: string | number = '1.1') => name === 'Mailbox' && hasRequirementSet(known(), version) },
      get mailbox() { return mailbox as StandInMailbox },
      ui: windowsOf(known, answers),
    },
    get EventType() { return Object.fromEntries(events.filter(([, , since]) => !here || hasRequirementSet(here, since)).map(([name, value]) => [name, value])) },
    CoercionType: { Text: 'text', Html: 'html' },
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    HostType: { Outlook: 'Outlook' },
    PlatformType: { PC: 'PC', OfficeOnline: 'OfficeOnline', iOS: 'iOS', Android: 'Android' },
    MailboxEnums: {
      ItemType: { Message: 'message', Appointment: 'appointment' },
      ItemNotificationMessageType: { ProgressIndicator: 'progressIndicator', InformationalMessage: 'informationalMessage', ErrorMessage: 'errorMessage' },
      AttachmentContentFormat: { Base64: 'base64', Url: 'url', Eml: 'eml', ICalendar: 'iCalendar' },
    },
    actions: { associate: (name: string, command: (...args: never[]) => void) => { void connected.then((found) => found?.associate(name, command as Command)) } },
  }
}

function themeOf(host: StandInHost): Office.OfficeTheme {
  const theme = host.theme()
  // Phones, and hosts below set 1.14, have no theme to tell.
  if (theme === 'none' || isPhone(host)) return undefined as unknown as Office.OfficeTheme
  const [back, fore] = backgrounds[theme]
  return { bodyBackgroundColor: back, bodyForegroundColor: fore, controlBackgroundColor: back, controlForegroundColor: fore } as Office.OfficeTheme
}
