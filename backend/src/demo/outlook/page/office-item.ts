import type { DemoItem } from '../outlook-demo.presenter'
import type { StandInHost } from './stand-in-host'

type Read = Pick<
  Office.MessageRead,
  'itemType' | 'itemClass' | 'itemId' | 'internetMessageId' | 'conversationId' | 'subject' | 'normalizedSubject' | 'dateTimeCreated' | 'dateTimeModified' | 'from' | 'sender' | 'to' | 'cc' | 'attachments'
>
export type StandInItem = Read & { body: { getAsync: BodyGetter } }
type BodyGetter = (type: Office.CoercionType | string, ...rest: unknown[]) => void

const person = ({ name, address }: DemoItem['from']): Office.EmailAddressDetails =>
  ({ displayName: name, emailAddress: address, recipientType: undefined, appointmentResponse: undefined }) as unknown as Office.EmailAddressDetails

/** A received message as Office.js shows it in read mode. */
export function toStandInItem(open: DemoItem, getAsync: BodyGetter): StandInItem {
  const created = new Date(open.createdAt)
  return {
    itemType: 'message' as unknown as Office.MailboxEnums.ItemType, itemClass: open.itemClass, itemId: open.itemId, internetMessageId: open.internetMessageId ?? '', conversationId: open.conversationId,
    subject: open.subject, normalizedSubject: open.subject.replace(/^((re|fw|fwd)(\[\d+\])?:\s*)+/i, ''), dateTimeCreated: created, dateTimeModified: created,
    from: person(open.from), sender: person(open.from), to: open.to.map(person), cc: open.cc.map(person),
    attachments: open.attachments.map((file, index) => ({
      ...file, id: `${open.itemId}-${index}`, attachmentType: 'file' as unknown as Office.MailboxEnums.AttachmentType, contentId: '',
    })) as unknown as Office.AttachmentDetails[],
    body: { getAsync },
  }
}

const slowMs = 3_000
const withoutMarkup = (html: string) => html.replace(/<(style|script)[\s\S]*?<\/\1>/gi, '').replace(/<br\s*\/?>|<\/p>/gi, '\n').replace(/<[^>]+>/g, '')

/** `body.getAsync` of one item: at once, after three seconds, or never, as the page is set. */
export function bodyOf(host: StandInHost, itemId: string): BodyGetter {
  return (type, ...rest) => {
    const done = rest.at(-1) as ((result: unknown) => void) | undefined
    const speed = host.bodySpeed()
    if (speed === 'never') return
    host.readBody(itemId).then(
      ({ text, html }) => setTimeout(() => done?.({ status: 'succeeded', value: (String(type) === 'html' ? html ?? text : text ?? withoutMarkup(html ?? '')) ?? '' }), speed === 'slow' ? slowMs : 0),
      (error: unknown) => done?.({ status: 'failed', error: { code: 9020, name: 'GenericResponseError', message: String(error) } }),
    )
  }
}
