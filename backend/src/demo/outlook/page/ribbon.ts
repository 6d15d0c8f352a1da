import { button } from './demo-dom'
import type { DemoWords } from './demo-words'

export interface RibbonDeeds { newLetter: () => void; togglePane: () => void; register: () => void; selectConversation: () => void; send: () => void; discard: () => void; closeWindow: () => void }
interface View { kind: 'read' | 'compose' | 'attendee' | 'organizer'; message: boolean; busy: string | null; multiSelect: boolean; deeds: RibbonDeeds; words: DemoWords }

/** The buttons over what is open: Outlook's own, and the two that the add-in's manifest puts there. */
export function drawRibbon(place: HTMLElement, { kind, message, busy, multiSelect, deeds, words }: View) {
  const focused = (document.activeElement as HTMLElement | null)?.id
  const disable = (made: HTMLButtonElement, off: boolean) => { made.disabled = off; return made }
  const working = (made: HTMLButtonElement, name: string) => {
    if (busy === name) made.setAttribute('aria-busy', 'true')
    return disable(made, busy !== null)
  }
  const pane = button(words.showPane, deeds.togglePane, { id: 'ribbon-pane' })
  const newLetter = button(words.newLetter, deeds.newLetter, { id: 'ribbon-new', className: 'main' })
  const close = button(words.closeWindow, deeds.closeWindow, { id: 'ribbon-close' })
  if (kind === 'read') {
    const register = working(button(words.register, deeds.register, { id: 'ribbon-register' }), 'registerMessage')
    const conversation = disable(button(words.selectConversation, deeds.selectConversation, { id: 'ribbon-conversation' }), !message || !multiSelect)
    place.replaceChildren(newLetter, pane, disable(register, !message || busy !== null), conversation)
  } else if (kind === 'compose') {
    const send = working(button(busy ? words.sending : words.send, deeds.send, { id: 'ribbon-send', className: 'main' }), 'onMessageSendHandler')
    place.replaceChildren(send, button(words.discard, deeds.discard, { id: 'ribbon-discard' }), pane)
  } else {
    place.replaceChildren(close, pane)
  }
  if (focused) document.getElementById(focused)?.focus()
}
