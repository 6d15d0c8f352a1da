import type { Erased, PersonFound } from '@counterpane/shared/contract/trail'
import { trailTexts } from '@counterpane/shared/text/trail-journal'
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import { useFocusReturn } from '../parts/use-focus-return'
import type { usePersonalData } from './trail-queries'

interface Props { person: PersonFound; erase: ReturnType<typeof usePersonalData>['erase']; onClose: () => void; onErased: (done: Erased) => void }

/** What goes and what stays, and the name to be written before it happens. */
export function EraseDialog({ person: { personId, name }, erase, onClose, onErased }: Props) {
  const { locale } = useSurroundings()
  const text = trailTexts[locale].person
  useFocusReturn()
  const [written, write] = useState('')
  const fits = written.trim() === name.trim()
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => { if (!open && !erase.isPending) onClose() }}>
      <DialogSurface className="jn-dialog">
        <DialogBody>
          <DialogTitle>{text.eraseTitle(name)}</DialogTitle>
          <DialogContent className="jn-dialog-content">
            <p>{text.eraseAdvice}</p>
            <p>{text.backups}</p>
            <Field label={text.confirm(name)}><Input value={written} autoComplete="off" onChange={(_, { value }) => write(value)} /></Field>
            {erase.error && <ProblemNotice error={erase.error} />}
          </DialogContent>
          <DialogActions>
            <Button disabledFocusable={erase.isPending} onClick={onClose}>{text.cancel}</Button>
            <Button appearance="primary" disabledFocusable={!fits || erase.isPending} onClick={() => { if (fits) erase.mutate({ id: personId, confirm: written }, { onSuccess: (done) => { onClose(); onErased(done) } }) }}>
              {erase.isPending ? text.erasing : text.erase.replace('…', '')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
