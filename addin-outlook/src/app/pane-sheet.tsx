import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { usePaneStyles } from './pane-styles'

const useStyles = makeStyles({
  sheet: {
    width: '100%', maxWidth: '100%', height: '100%', maxHeight: '100%', margin: 0, padding: 0, border: 0, boxSizing: 'border-box', overflowY: 'auto', overflowX: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300,
  },
  head: { position: 'sticky', top: 0, display: 'flex', alignItems: 'center', columnGap: '8px', padding: '8px 8px 8px 12px', backgroundColor: tokens.colorNeutralBackground1, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, zIndex: 1 },
  body: { padding: '12px' },
})

/** Something over the whole pane for a while. The browser's own dialog: it keeps the focus inside, closes on Esc and gives the focus back. */
export function PaneSheet({ title, closeLabel, onClose, children }: { title: string; closeLabel: string; onClose: () => void; children: ReactNode }) {
  const styles = useStyles()
  const pane = usePaneStyles()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const opener = useRef(document.activeElement)
  useEffect(() => {
    const back = opener.current
    if (!dialog.current?.open) dialog.current?.showModal()
    return () => { if (back instanceof HTMLElement && back.isConnected) back.focus() }
  }, [])
  return (
    <dialog ref={dialog} className={styles.sheet} aria-labelledby={id} onClose={onClose} onCancel={(event) => { event.preventDefault(); onClose() }}>
      <div className={styles.head}>
        <h2 id={id} className={pane.title}>{title}</h2>
        <Button className={pane.push} appearance="subtle" size="small" icon={<DismissRegular />} aria-label={closeLabel} title={closeLabel} onClick={onClose} />
      </div>
      <div className={styles.body}>{children}</div>
    </dialog>
  )
}
