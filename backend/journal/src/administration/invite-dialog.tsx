import type { ManagedManager } from '@counterpane/shared/contract/administration'
import { administrationTexts } from '@counterpane/shared/text/administration-journal'
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Link } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { DateTime } from '../parts/date-time'
import { ProblemNotice } from '../parts/problem-notice'
import { useFocusReturn } from '../parts/use-focus-return'
import { useManagerChanges } from './administration-queries'

/** A one-time code, shown once: to be copied, or sent by the administrator's own mail. */
export function InviteDialog({ manager: { id, name, addresses: [main = ''] }, onClose }: { manager: ManagedManager; onClose: () => void }) {
  const { locale } = useSurroundings()
  const text = administrationTexts[locale]
  const say = text.invitation
  const { invite } = useManagerChanges()
  useFocusReturn()
  const [copied, told] = useState(false)
  const made = invite.data
  const letter = made && `mailto:${encodeURIComponent(main)}?subject=${encodeURIComponent(say.subject)}&body=${encodeURIComponent(say.body(name, made.code, `${window.location.origin}/journal/`))}`
  return (
    <Dialog open modalType={made ? 'alert' : 'modal'} onOpenChange={(_, { open }) => { if (!open) onClose() }}>
      <DialogSurface className="jn-dialog">
        <DialogBody>
          <DialogTitle className="jn-breakable">{say.title(name)}</DialogTitle>
          <DialogContent className="jn-dialog-content">
            {!made && <p>{say.advice}</p>}
            {made && (
              <>
                <p><span className="jn-quiet">{say.code}</span></p>
                <output className="jn-admin-code" aria-label={say.code}>{made.code}</output>
                <p>{say.once} {say.until} <DateTime at={made.expiresAt} />.</p>
                <div className="jn-buttons">
                  <Button onClick={() => void navigator.clipboard.writeText(made.code).then(() => told(true), () => told(false))}>{say.copy}</Button>
                  <Link href={letter}>{say.mail}</Link>
                  <span role="status" className="jn-quiet">{copied && say.copied}</span>
                </div>
              </>
            )}
            {invite.error && <ProblemNotice error={invite.error} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{text.close}</Button>
            {!made && <Button appearance="primary" disabledFocusable={invite.isPending} onClick={() => invite.mutate(id)}>{say.make}</Button>}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
