import { doneOf, type OfficeAnswers } from './office-answers'
import type { StandInHost } from './stand-in-host'

type Handler = (args: { message: string; origin: string | undefined } | { error: number }) => void
const closedByPerson = 12006

/** Dialogs are windows of their own, as on the web; pages of ours in them get this Office.js too. */
export function windowsOf(host: () => StandInHost, answers: OfficeAnswers): Pick<Office.UI, 'displayDialogAsync' | 'messageParent' | 'closeContainer' | 'openBrowserWindow'> {
  function open(address: string, ...rest: unknown[]) {
    const done = doneOf<Office.Dialog>(rest)
    if (host().switches().dialogs === 'refused') return answers.refuse(done, 12009, 'DialogRefused', 'The person refused the dialog')
    const url = new URL(address, window.location.href)
    // The first page of a dialog must be the add-in's own.
    if (url.origin !== window.location.origin) return answers.refuse(done, 12004, 'DomainNotTrusted')
    url.searchParams.set('host', 'demo')
    const opened = window.open(url, '_blank', 'popup,width=480,height=640') as Window | null
    if (!opened) return answers.refuse(done, 12007, 'PopupBlocked')
    answers.give(done, dialogOf(opened))
  }

  function dialogOf(opened: Window): Office.Dialog {
    const handlers = new Map<string, Handler>()
    const hear = (event: MessageEvent<unknown>) => {
      const told = event.data as { counterpaneDialog?: string } | null
      if (event.source === opened && typeof told?.counterpaneDialog === 'string') handlers.get('dialogMessageReceived')?.({ message: told.counterpaneDialog, origin: event.origin })
    }
    window.addEventListener('message', hear)
    const watch = setInterval(() => {
      if (!opened.closed) return
      end()
      handlers.get('dialogEventReceived')?.({ error: closedByPerson })
    }, 200)
    const end = () => { clearInterval(watch); window.removeEventListener('message', hear) }
    return {
      addEventHandler: (event: unknown, handler: Handler) => { handlers.set(String(event), handler) },
      close: () => { end(); opened.close() },
      messageChild: () => undefined, sendMessage: () => undefined,
    }
  }

  return {
    displayDialogAsync: open,
    messageParent: (message: string) => { (window.opener as Window | null)?.postMessage({ counterpaneDialog: message }, window.location.origin) },
    closeContainer: () => host().closePane(),
    openBrowserWindow: (url: string) => { window.open(url, '_blank', 'noopener') },
  }
}
