import { writeRecipients, parseRecipients } from './demo-draft'
import { isPhone, type OfficeAnswers, upToSet } from './office-answers'
import { itemHandlers, toStandInDraft } from './office-draft-item'
import { toStandInItem, withoutMarkup } from './office-item'
import { toAttendedMeeting, toOrganisedMeeting } from './office-meeting-item'
import { noticesOf } from './office-notices'
import { selectionOf } from './office-selection'
import type { StandInEvent, StandInHost, Standing } from './stand-in-host'

export type StandInMailbox = Pick<Office.Mailbox, 'item' | 'addHandlerAsync' | 'removeHandlerAsync'> & Partial<Pick<Office.Mailbox, 'displayMessageForm' | 'displayNewMessageForm' | 'getSelectedItemsAsync' | 'loadItemByIdAsync'>> & {
  userProfile: Pick<Office.UserProfile, 'displayName' | 'emailAddress' | 'timeZone'> & Partial<Pick<Office.UserProfile, 'accountType'>>
  diagnostics: Pick<Office.Diagnostics, 'hostName' | 'hostVersion'>
}

const heardEvents: Record<string, StandInEvent> = { olkItemSelectedChanged: 'item', olkSelectedItemsChanged: 'selection', officeThemeChanged: 'theme' }
const versions = { Outlook: '16.0.19929.20172', newOutlookWindows: '1.2026.1111.200', OutlookWebApp: '20261113003.11', OutlookIOS: '4.2646.0', OutlookAndroid: '4.2646.1' } as const

/** `Office.context.mailbox` of one frame, with what this host and this requirement set have and nothing more. */
export function createStandInMailbox(host: StandInHost, answers: OfficeAnswers): StandInMailbox {
  // Office.js keeps one object for the item as long as it stays open.
  const items = new WeakMap<Standing, object>()
  function itemOf(standing: Standing) {
    const known = items.get(standing)
    if (known) return known
    const item = Object.assign(toItem(standing), { notificationMessages: noticesOf(host, answers) })
    items.set(standing, item)
    return item
  }
  const toItem = (standing: Standing): object => {
    if (standing.kind === 'message') return toStandInItem(standing.item, host, answers)
    if (standing.kind === 'draft') return toStandInDraft(standing.draft, host, answers)
    return standing.meeting.organising ? toOrganisedMeeting(standing.meeting, host, answers) : toAttendedMeeting(standing.meeting, host, answers)
  }

  const mailbox: StandInMailbox = {
    get item() {
      const standing = host.standing()
      return (standing ? itemOf(standing) : null) as unknown as Office.Mailbox['item']
    },
    userProfile: upToSet<StandInMailbox['userProfile']>(host, { displayName: host.owner.name, emailAddress: host.owner.address, timeZone: 'Russian Standard Time', accountType: 'office365' }, { accountType: '1.6' }),
    diagnostics: { hostName: host.switches().host, hostVersion: versions[host.switches().host] },
    ...itemHandlers(host, answers, heardEvents),
    displayMessageForm: (itemId: string) => host.showItem(itemId),
    displayNewMessageForm: (form) => host.newLetter(toLetter(form)),
    ...selectionOf(host, answers),
  }
  if (isPhone(host)) delete mailbox.displayMessageForm
  return upToSet(host, mailbox, { displayNewMessageForm: '1.6', getSelectedItemsAsync: '1.13', loadItemByIdAsync: '1.15' })
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' }
type Form = Office.MessageForm & { toRecipients?: string[] | Office.EmailAddressDetails[] }
const addresses = (list: string[] | Office.EmailAddressDetails[] | undefined) =>
  parseRecipients(writeRecipients([...(list ?? [])].map((one) => (typeof one === 'string' ? { name: '', address: one } : { name: one.displayName, address: one.emailAddress }))))

function toLetter(given: Office.MessageForm) {
  const form = given as Form
  const body = withoutMarkup(form.htmlBody ?? '').replace(/&(lt|gt|quot|amp);/g, (_, name: string) => entities[name] ?? '')
  return {
    to: addresses(form.toRecipients), cc: addresses(form.ccRecipients), subject: form.subject ?? '', body, files: (form.attachments ?? []).map(({ name, url }) => ({ name, url: url ?? '' })),
  }
}
