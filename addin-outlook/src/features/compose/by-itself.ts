import type { MessageView } from '../../app/pane-state'
import type { Registering } from '../register/registering'
import { registersByItself } from './fulfil-order'
import { createLeftAlone } from './left-alone'

const leftAlone = createLeftAlone(() => localStorage)
const tried = new Set<string>()

/** Registers the open message where the manager has asked for that before; each once, and never what was undone. `before` is the same pane a moment ago. */
export function registerByItself(registering: Registering, view: MessageView, before: MessageView | null) {
  if (before?.key === view.key && before.answer?.registered && !view.answer?.registered) leftAlone.add(view.key)
  const choice = registersByItself(view)
  if (!choice || view.mailbox === undefined || tried.has(view.key) || leftAlone.has(view.key)) return
  tried.add(view.key)
  void registering.register(view.key, choice)
}
