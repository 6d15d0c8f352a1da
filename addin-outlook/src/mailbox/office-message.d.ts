import type { OpenMessage } from './mailbox';
type Item = NonNullable<Office.Mailbox['item']>;
/** The open item as a message, or null when it is none: nothing selected, an appointment, a message being written. */
export declare function toOpenMessage(item: Item | undefined | null): OpenMessage | null;
export {};
