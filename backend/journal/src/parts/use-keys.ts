import { useEffect, useLayoutEffect, useRef } from 'react'

type Keys = Record<string, (event: KeyboardEvent) => void>
const layers = '[role=dialog][aria-modal=true],[role=alertdialog],[role=menu],[role=listbox]'

/**
 * Single keys that work whenever nobody is typing and no dialog, menu or list of choices is open. The event's `key` names them;
 * letters count by their place too, so that they work in the Russian layout. Of several that know a key, the innermost acts.
 */
export function useKeys(keys: Keys): void {
  const current = useRef(keys)
  useLayoutEffect(() => { current.current = keys })
  useEffect(() => {
    let covered = false
    // Looked at before the event reaches what it is for: an Esc that closes a menu must not close the panel under it too.
    const look = () => { covered = document.querySelector(layers) !== null }
    const listen = (event: KeyboardEvent) => {
      if (covered || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const act = current.current[event.key] ?? current.current[latinOf(event)]
      if (!act || (event.key !== 'Escape' && isTyping(event.target))) return
      event.preventDefault()
      act(event)
    }
    document.addEventListener('keydown', look, true)
    document.addEventListener('keydown', listen)
    return () => {
      document.removeEventListener('keydown', look, true)
      document.removeEventListener('keydown', listen)
    }
  }, [])
}

function latinOf(event: KeyboardEvent): string {
  return /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : ''
}
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  // Nobody types into a checkbox or a radio button.
  if (target instanceof HTMLInputElement && /^(checkbox|radio|button|submit|file)$/.test(target.type)) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}
