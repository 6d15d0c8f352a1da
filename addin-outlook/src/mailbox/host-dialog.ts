import { MailboxError } from './mailbox'
import { officeCall } from './office-call'

const openingMs = 60_000
/** A person types a password and looks for a phone in it. */
const answerMs = 10 * 60_000

/** A window of ours beside the mail client; ends with what its page sends to us, or with being closed. */
export async function hostDialog(url: string): Promise<string> {
  if (typeof Office.context.ui?.displayDialogAsync !== 'function') throw new MailboxError('not-given', 'no dialogs')
  const dialog = await officeCall<Office.Dialog>((done) => Office.context.ui.displayDialogAsync(url, { height: 60, width: 30, promptBeforeOpen: false }, done), openingMs)
  try {
    return await new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(new MailboxError('too-late', `${answerMs} ms`)), answerMs)
      const end = (deed: () => void) => { clearTimeout(timer); deed() }
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, (args) => {
        if (!('message' in args)) return
        // Older hosts do not say where a message comes from; those that do must say: from us.
        if (args.origin !== undefined && args.origin !== window.location.origin) return
        end(() => resolve(args.message))
      })
      dialog.addEventHandler(Office.EventType.DialogEventReceived, (args) => end(() => reject(new MailboxError('not-given', 'error' in args ? String(args.error) : 'the dialog ended'))))
    })
  } finally {
    // Already gone when the person closed it.
    try { dialog.close() } catch { /* see above */ }
  }
}
