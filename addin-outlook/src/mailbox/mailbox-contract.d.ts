import { type Mailbox } from './mailbox';
/** How a test plays the mail client behind the mailbox: a letter is told by its subject. */
export interface MailboxUnderTest {
    mailbox: Mailbox;
    open(subject: string | null): void;
    /** How the text of letters comes. */
    text(speed: 'at-once' | 'never'): void;
}
export declare const contractLetters: {
    subject: string;
    messageId: string;
    from: {
        name: string;
        address: string;
    };
    text: string;
}[];
export declare const contractOwner: {
    name: string;
    address: string;
};
/** A text that never comes has to end sooner than a test. */
export declare const contractTextTimeoutMs = 60;
/** What every mailbox keeps to, the real one and the one in memory. */
export declare function describeMailbox(name: string, make: () => MailboxUnderTest | Promise<MailboxUnderTest>): void;
