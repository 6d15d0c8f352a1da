import { dayTexts } from '@counterpane/shared/text/day-journal'
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { useDigest, useDigestChoice } from '../api/day-queries'
import { useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'

/** The letter as text: what a mail program would show of it. */
export function LetterPreview({ kind, canSend, onClose }: { kind: 'mine' | 'team'; canSend: boolean; onClose: () => void }) {
  const { locale, text: say } = useSurroundings()
  const text = dayTexts[locale].letter
  const { data, error, isPending, refetch } = useDigest(kind, true)
  const { send } = useDigestChoice()
  return (
    <Dialog open onOpenChange={(_, { open }) => { if (!open) onClose() }}>
      <DialogSurface className="jn-dialog">
        <DialogBody>
          <DialogTitle>{text.previewTitle}</DialogTitle>
          <DialogContent className="jn-dialog-content">
            {isPending && <DelayedSkeleton lines={6} />}
            {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
            {data && (data.isEmpty ? <p>{text.previewEmpty}</p> : <><h3 className="jn-breakable">{data.subject}</h3><pre className="jn-letter-text" tabIndex={0}>{data.text}</pre></>)}
            <p role="status">{send.isSuccess && text.sent}</p>
            {send.error && <ProblemNotice error={send.error} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{say.close}</Button>
            {canSend && data && !data.isEmpty && <Button appearance="primary" disabled={send.isPending} onClick={() => send.mutate(kind)}>{text.send}</Button>}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
