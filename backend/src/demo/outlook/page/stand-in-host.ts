import type { DemoItem } from '../outlook-demo.presenter'

export type StandInTheme = 'light' | 'dark' | 'none'
/** How the body of the open item arrives. */
export type BodySpeed = 'at-once' | 'slow' | 'never'

/** What the page plays to the pane's Office.js: which item is open, whose mailbox it is, how the host looks and speaks. */
export interface StandInHost {
  owner: { name: string; address: string }
  language(): string
  theme(): StandInTheme
  item(): DemoItem | null
  readBody(itemId: string): Promise<{ text: string | null; html: string | null }>
  bodySpeed(): BodySpeed
  /** The network is cut for the pane alone. */
  offline(): boolean
  /** Outlook opens the original in a window of its own. */
  showItem(itemId: string): void
  on(event: 'item' | 'theme' | 'online', listener: () => void): () => void
}

declare global {
  interface Window { outlookStandIn?: StandInHost | Promise<StandInHost> }
}
