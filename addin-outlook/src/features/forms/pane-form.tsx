import { mergeClasses } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { usePaneStyles } from '../../app/pane-styles'

interface Props { label: string; onSubmit: () => void; onClose: () => void; children: ReactNode }

/** A form in its place in the pane: Enter saves, Esc closes. */
export function PaneForm({ label, onSubmit, onClose, children }: Props) {
  const pane = usePaneStyles()
  return (
    <form
      className={mergeClasses(pane.panel, pane.stack)} aria-label={label} noValidate
      onSubmit={(event) => { event.preventDefault(); onSubmit() }}
      onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onClose() } }}
    >
      {children}
    </form>
  )
}
