import { bodyOf, toStandInItem } from './office-item'
import type { StandInHost } from './stand-in-host'

type Listener = () => void
type Done<T> = (result: Office.AsyncResult<T>) => void
/** The part of Office.js that the pane is allowed to use. Its types are Microsoft's, so that it cannot drift from them unseen. */
export interface OfficeStandIn {
  onReady: typeof Office.onReady
  context: Pick<Office.Context, 'displayLanguage' | 'contentLanguage' | 'officeTheme' | 'host' | 'platform'> & {
    requirements: Pick<Office.RequirementSetSupport, 'isSetSupported'>
    mailbox: Pick<Office.Mailbox, 'item' | 'addHandlerAsync' | 'removeHandlerAsync' | 'displayMessageForm'> & {
      userProfile: Pick<Office.UserProfile, 'displayName' | 'emailAddress' | 'timeZone'>
      diagnostics: Pick<Office.Diagnostics, 'hostName' | 'hostVersion'>
    }
  }
  EventType: { ItemChanged: string; OfficeThemeChanged: string }
  CoercionType: { Text: string; Html: string }
  AsyncResultStatus: { Succeeded: string; Failed: string }
  MailboxEnums: { ItemType: { Message: string; Appointment: string } }
  actions: Pick<typeof Office.actions, 'associate'>
}

const backgrounds = { light: ['#ffffff', '#242424'], dark: ['#1f1f1f', '#ffffff'] } as const
const sets = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '1.8', '1.9', '1.10', '1.11', '1.12', '1.13', '1.14']

/** `host` null is a page opened outside a mail client: Office.js then says so. */
export function createOfficeStandIn(host: StandInHost | Promise<StandInHost> | null): OfficeStandIn {
  const listeners: Record<string, Set<Listener>> = { olkItemSelectedChanged: new Set(), officeThemeChanged: new Set() }
  let here: StandInHost | null = null
  const fire = (event: string) => { for (const listener of listeners[event] ?? []) listener() }
  const connected = Promise.resolve(host).then((found) => {
    here = found
    here?.on('item', () => fire('olkItemSelectedChanged'))
    here?.on('theme', () => fire('officeThemeChanged'))
    return here
  })
  const known = (): StandInHost => {
    if (!here) throw new Error('Office.onReady has not resolved yet')
    return here
  }
  const answer = <T>(done: Done<T> | undefined, value: T) => setTimeout(() => done?.({ status: 'succeeded', value, error: null, asyncContext: undefined, diagnostics: undefined } as unknown as Office.AsyncResult<T>), 0)

  return {
    async onReady(callback) {
      const found = await connected
      const info = (found ? { host: 'Outlook', platform: 'OfficeOnline' } : { host: null, platform: null }) as unknown as { host: Office.HostType; platform: Office.PlatformType }
      await callback?.(info)
      return info
    },
    context: {
      get displayLanguage() { return known().language() },
      get contentLanguage() { return known().language() },
      get officeTheme() { return themeOf(known()) },
      host: 'Outlook' as unknown as Office.HostType,
      platform: 'OfficeOnline' as unknown as Office.PlatformType,
      requirements: { isSetSupported: (name: string, version: string | number = '1.1') => name === 'Mailbox' && sets.includes(String(version)) },
      mailbox: {
        get item() {
          const open = known().item()
          return (open ? toStandInItem(open, bodyOf(known(), open.itemId)) : null) as unknown as Office.Mailbox['item']
        },
        get userProfile() { return { displayName: known().owner.name, emailAddress: known().owner.address, timeZone: 'UTC' } },
        diagnostics: { hostName: 'OutlookWebApp', hostVersion: '1.0' },
        addHandlerAsync: (event: unknown, handler: Listener, ...rest: unknown[]) => {
          listeners[String(event)]?.add(handler)
          answer(rest.at(-1) as Done<void> | undefined, undefined)
        },
        removeHandlerAsync: (event: unknown, ...rest: unknown[]) => {
          listeners[String(event)]?.clear()
          answer(rest.at(-1) as Done<void> | undefined, undefined)
        },
        displayMessageForm: (itemId: string) => known().showItem(itemId),
      },
    },
    EventType: { ItemChanged: 'olkItemSelectedChanged', OfficeThemeChanged: 'officeThemeChanged' },
    CoercionType: { Text: 'text', Html: 'html' },
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    MailboxEnums: { ItemType: { Message: 'message', Appointment: 'appointment' } },
    actions: { associate: () => undefined },
  }
}

function themeOf(host: StandInHost): Office.OfficeTheme {
  const theme = host.theme()
  // Hosts on phones have no theme to tell (requirement set 1.14 is missing there).
  if (theme === 'none') return undefined as unknown as Office.OfficeTheme
  const [back, fore] = backgrounds[theme]
  return { bodyBackgroundColor: back, bodyForegroundColor: fore, controlBackgroundColor: back, controlForegroundColor: fore } as Office.OfficeTheme
}
