import type { MailAddress } from '@counterpane/shared/domain/message'
import type { DemoItem } from '../demo-item'
import type { DemoDraft } from './demo-draft'
import type { DemoMeeting } from './demo-meetings'

export type StandInTheme = 'light' | 'dark' | 'none'
/** How the body of the open item arrives. */
export type BodySpeed = 'at-once' | 'slow' | 'never'
export type HostName = 'Outlook' | 'newOutlookWindows' | 'OutlookWebApp' | 'OutlookIOS' | 'OutlookAndroid'

/** What a tester sets: which Outlook this is, and what of it fails. */
export interface Switches {
  /** The highest requirement set of Mailbox; phones have 1.5 whatever is set. */
  set: '1.5' | '1.8' | '1.13' | '1.16'
  host: HostName
  body: BodySpeed
  /** Every question to the open item ends with this error of Office.js. */
  failure: 'none' | '5000' | '9018' | '9020'
  dialogs: 'open' | 'refused'
  /** Whose mailbox the open item lies in. */
  mailbox: 'own' | 'shared'
  storage: 'works' | 'throws'
  ready: 'at-once' | 'never' | 'blocked'
  /** Whether changes of the open item and of the selection are told, as some hosts forget to. */
  events: 'told' | 'lost'
}

/** What a window of Outlook is about. */
export type Standing = { kind: 'message'; item: DemoItem } | { kind: 'draft'; draft: DemoDraft } | { kind: 'meeting'; meeting: DemoMeeting }
export type StandInEvent = 'item' | 'selection' | 'theme' | 'online' | 'recipients' | 'time'
export type Notice = Pick<Office.NotificationMessageDetails, 'key' | 'type' | 'message' | 'icon' | 'persistent'>
export type Command = (event: { source: { id: string }; completed(options?: { allowEvent?: boolean }): void }) => void

/** What the page plays to one frame's Office.js: what is open in its window, whose mailbox it is, how the host looks and speaks. */
export interface StandInHost {
  owner: MailAddress
  language(): string
  theme(): StandInTheme
  switches(): Switches
  /** The same object for as long as the same thing stays open. */
  standing(): Standing | null
  selected(): readonly DemoItem[]
  /** A message of this mailbox by its id, as loadItemByIdAsync finds it. */
  find(itemId: string): DemoItem | null
  readBody(itemId: string): Promise<{ text: string | null; html: string | null }>
  /** The network is cut for the pane alone. */
  offline(): boolean
  /** Outlook opens the original in a window of its own. */
  showItem(itemId: string): void
  newLetter(form: Partial<Pick<DemoDraft, 'to' | 'cc' | 'subject' | 'body' | 'files'>>): void
  /** Notes above the open item; null takes one away. */
  notices(): readonly Notice[]
  notify(key: string, notice: Notice | null): void
  /** A function that the manifest's buttons and events name. */
  associate(name: string, command: Command): void
  closePane(): void
  on(event: StandInEvent, listener: () => void): () => void
}

/** What a frame finds in the page around it, at once: the switches, and later the whole host. */
export interface StandInPage { switches(): Switches; connect(frame: Window): Promise<StandInHost> }

declare global {
  interface Window { outlookStandIn?: StandInPage }
}
