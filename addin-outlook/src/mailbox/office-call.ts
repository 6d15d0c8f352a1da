import { MailboxError } from './mailbox'

/** Office.js answers by callback, sometimes never: one promise with an end. `timeoutMs` starts with the call; a refusal carries the code of Office.js (5000, 9018, 9020…). */
export function officeCall<T>(start: (done: (result: Office.AsyncResult<T>) => void) => void, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new MailboxError('too-late', `${timeoutMs} ms`)), timeoutMs)
    const fail = (detail: string) => { clearTimeout(timer); reject(new MailboxError('not-given', detail)) }
    try {
      start((result) => {
        // The enum of Office.js is a string at run time; comparing the word spares a look-up that older hosts lack.
        if (String(result.status) !== 'succeeded') return fail(result.error ? `${result.error.code} ${result.error.message}` : 'no reason given')
        clearTimeout(timer)
        resolve(result.value)
      })
    } catch (error) {
      fail(error instanceof MailboxError ? error.message : String(error))
    }
  })
}

/** Whether this mail client has a Mailbox requirement set; false too where it can't even be asked. */
export function hasSet(version: string): boolean {
  try { return Office.context.requirements.isSetSupported('Mailbox', version) } catch { return false }
}
