import { MailboxError } from './mailbox'

/** Office.js answers by callback, sometimes never: one promise with an end. `timeoutMs` starts with the call. */
export function officeCall<T>(start: (done: (result: Office.AsyncResult<T>) => void) => void, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new MailboxError('too-late', `${timeoutMs} ms`)), timeoutMs)
    const fail = (detail: string) => { clearTimeout(timer); reject(new MailboxError('not-given', detail)) }
    try {
      start((result) => {
        // The enum of Office.js is a string at run time; comparing the word spares a look-up that older hosts lack.
        if (String(result.status) !== 'succeeded') return fail(result.error?.message ?? 'no reason given')
        clearTimeout(timer)
        resolve(result.value)
      })
    } catch (error) {
      fail(String(error))
    }
  })
}
