import type { MailAddress } from '@counterpane/shared/domain/message'
import type { DemoItem } from '../demo-item'
import { doneOf, isPhone, type OfficeAnswers, upToSet } from './office-answers'
import type { HostName, StandInHost } from './stand-in-host'

type Read = Pick<
  Office.MessageRead,
  'itemType' | 'itemClass' | 'itemId' | 'internetMessageId' | 'conversationId' | 'subject' | 'normalizedSubject' | 'dateTimeCreated' | 'dateTimeModified' | 'from' | 'sender' | 'to' | 'cc' | 'attachments' | 'start' | 'end' | 'location'
>
type Asked = Pick<Office.MessageRead, 'getAttachmentContentAsync' | 'getSharedPropertiesAsync'> & { body: Pick<Office.Body, 'getAsync'> }
export type StandInItem = Read & Partial<Asked>

export const toDetails = ({ name, address }: MailAddress): Office.EmailAddressDetails =>
  ({ displayName: name, emailAddress: address, recipientType: undefined, appointmentResponse: undefined }) as unknown as Office.EmailAddressDetails

/** As many recipients as this kind of Outlook tells (outlook-and-graph 3.1). */
const mostRecipients: Record<HostName, number> = { Outlook: 500, newOutlookWindows: 20, OutlookWebApp: 20, OutlookIOS: 100, OutlookAndroid: 100 }
export const sharedMailbox = 'info@demo.example'

/** A received or sent message as Office.js shows it in read mode. */
export function toStandInItem(open: DemoItem, host: StandInHost, answers: OfficeAnswers): StandInItem {
  const created = new Date(open.createdAt)
  const most = mostRecipients[host.switches().host]
  const shared = host.switches().mailbox === 'shared' && !isPhone(host)
  const whole: StandInItem = {
    itemType: 'message' as unknown as Office.MailboxEnums.ItemType, itemClass: open.itemClass, itemId: open.itemId, internetMessageId: open.internetMessageId ?? '', conversationId: open.conversationId,
    subject: open.subject, normalizedSubject: open.subject.replace(/^((re|fw|fwd)(\[\d+\])?:\s*)+/i, ''), dateTimeCreated: created, dateTimeModified: created,
    from: toDetails(open.from), sender: toDetails(open.sender ?? open.from), to: open.to.slice(0, most).map(toDetails), cc: open.cc.slice(0, most).map(toDetails),
    attachments: open.attachments.map((file, index) => ({
      ...file, id: `${open.itemId}-${index}`, attachmentType: 'file' as unknown as Office.MailboxEnums.AttachmentType, contentId: '',
    })) as unknown as Office.AttachmentDetails[],
    ...(open.meeting ? { start: new Date(open.meeting.startsAt), end: new Date(open.meeting.endsAt), location: open.meeting.location } : {}) as Pick<Read, 'start' | 'end' | 'location'>,
    body: { getAsync: bodyOf(host, answers, () => host.readBody(open.itemId)) },
    getAttachmentContentAsync: (id: string, ...rest: unknown[]) => answers.ask(doneOf<Office.AttachmentContent>(rest), () => {
      const file = open.attachments[Number(id.slice(open.itemId.length + 1))]
      return { content: demoBytes(file?.name ?? '', file?.size ?? 0), format: 'base64' }
    }),
    ...(shared && {
      getSharedPropertiesAsync: (...rest: unknown[]) => answers.ask(doneOf<Office.SharedProperties>(rest), () => ({ owner: sharedMailbox, targetRestUrl: '', targetMailbox: sharedMailbox, delegatePermissions: 1 })),
    }),
  }
  return upToSet(host, whole, { getAttachmentContentAsync: '1.8', getSharedPropertiesAsync: '1.8' })
}

/** The files' own bytes stay in the message files; these are as many, and name the file they stand for. */
const demoBytes = (name: string, size: number) => btoa(`${encodeURIComponent(name)}\n`.padEnd(size, '.').slice(0, size))

export const slowMs = 3_000
export const withoutMarkup = (html: string) => html.replace(/<(style|script)[\s\S]*?<\/\1>/gi, '').replace(/<br\s*\/?>|<\/p>/gi, '\n').replace(/<[^>]+>/g, '')

/** `body.getAsync` of one item: at once, after three seconds, or never, as the page is set. */
export function bodyOf(host: StandInHost, answers: OfficeAnswers, read: () => Promise<{ text: string | null; html: string | null }>): Office.Body['getAsync'] {
  return (type: unknown, ...rest: unknown[]) => {
    const done = doneOf<string>(rest)
    const { body, failure } = host.switches()
    if (body === 'never') return
    if (failure !== 'none') return answers.ask(done, () => '')
    const text = read().then((content) => (String(type) === 'html' ? content.html ?? content.text : content.text ?? withoutMarkup(content.html ?? '')) ?? '')
    answers.later(done, body === 'slow' ? text.then((found) => new Promise<string>((resolve) => { setTimeout(() => resolve(found), slowMs) })) : text)
  }
}
