import type { StandInHost } from './stand-in-host';
/** The part of Office.js that the pane is allowed to use. Its types are Microsoft's, so that it cannot drift from them unseen. */
export interface OfficeStandIn {
    onReady: typeof Office.onReady;
    context: Pick<Office.Context, 'displayLanguage' | 'contentLanguage' | 'officeTheme' | 'host' | 'platform'> & {
        requirements: Pick<Office.RequirementSetSupport, 'isSetSupported'>;
        mailbox: Pick<Office.Mailbox, 'item' | 'addHandlerAsync' | 'removeHandlerAsync' | 'displayMessageForm'> & {
            userProfile: Pick<Office.UserProfile, 'displayName' | 'emailAddress' | 'timeZone'>;
            diagnostics: Pick<Office.Diagnostics, 'hostName' | 'hostVersion'>;
        };
    };
    EventType: {
        ItemChanged: string;
        OfficeThemeChanged: string;
    };
    CoercionType: {
        Text: string;
        Html: string;
    };
    AsyncResultStatus: {
        Succeeded: string;
        Failed: string;
    };
    MailboxEnums: {
        ItemType: {
            Message: string;
            Appointment: string;
        };
    };
    actions: Pick<typeof Office.actions, 'associate'>;
}
/** `host` null is a page opened outside a mail client: Office.js then says so. */
export declare function createOfficeStandIn(host: StandInHost | Promise<StandInHost> | null): OfficeStandIn;
