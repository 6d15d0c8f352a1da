import { type Mailbox, type MailTheme } from './mailbox';
interface Options {
    readyTimeoutMs?: number;
    textTimeoutMs?: number;
}
/** Outlook through Office.js, requirement set 1.5; everything above is looked for before it is used. */
export declare function createOfficeMailbox({ readyTimeoutMs, textTimeoutMs }?: Options): Mailbox;
/** Dark when the background of the mail client is nearer to black than to white. */
export declare function themeOf(background: string | undefined): MailTheme;
export {};
