import type { MessageText } from './mailbox'
import { officeCall } from './office-call'

type Readable = { body: Pick<Office.Body, 'getAsync'> }

/** The plain text; markup only where there is no plain text. */
export async function readOfficeText(item: Readable, timeoutMs: number): Promise<MessageText> {
  const read = (type: 'text' | 'html') => officeCall<string>((done) => item.body.getAsync(type, done), timeoutMs)
  const text = await read('text')
  if (text.trim() !== '') return { text, html: null }
  const html = await read('html').catch(() => '')
  return { text: html ? null : text, html: html || null }
}
