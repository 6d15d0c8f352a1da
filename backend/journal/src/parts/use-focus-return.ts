import { useEffect, useState } from 'react'

/** For a dialog without a trigger of its own: when it has gone and nothing else has taken the focus, the focus is where it was before. */
export function useFocusReturn(): void {
  const [opener] = useState(openerOf)
  useEffect(() => () => {
    setTimeout(() => {
      if (document.activeElement && document.activeElement !== document.body) return
      // What opened it may be gone with what was done; then one goes on from the page.
      const target = opener?.isConnected ? opener : document.getElementById('main')
      target?.focus()
    }, 50)
  }, [opener])
}

/** An entry of a menu is gone before the dialog is: its menu's button is what stays. */
function openerOf(): HTMLElement | null {
  const active = document.activeElement
  const menuOf = active?.closest('[role=menu]')?.getAttribute('aria-labelledby')
  const opener = menuOf ? document.getElementById(menuOf) : active
  return opener instanceof HTMLElement && opener !== document.body ? opener : null
}

/** Takes note of where the focus is; what it gives brings it back there, should a list in a new order have dropped it. */
export function keepFocus(): () => void {
  const at = document.activeElement
  return () => { setTimeout(() => { if (at instanceof HTMLElement && at.isConnected && document.activeElement === document.body) at.focus() }, 50) }
}
