import type { DemoItem } from '../outlook-demo.presenter';
import type { StandInHost } from './stand-in-host';
type Read = Pick<Office.MessageRead, 'itemType' | 'itemClass' | 'itemId' | 'internetMessageId' | 'conversationId' | 'subject' | 'normalizedSubject' | 'dateTimeCreated' | 'dateTimeModified' | 'from' | 'sender' | 'to' | 'cc' | 'attachments'>;
export type StandInItem = Read & {
    body: {
        getAsync: BodyGetter;
    };
};
type BodyGetter = (type: Office.CoercionType | string, ...rest: unknown[]) => void;
/** A received message as Office.js shows it in read mode. */
export declare function toStandInItem(open: DemoItem, getAsync: BodyGetter): StandInItem;
/** `body.getAsync` of one item: at once, after three seconds, or never, as the page is set. */
export declare function bodyOf(host: StandInHost, itemId: string): BodyGetter;
export {};
