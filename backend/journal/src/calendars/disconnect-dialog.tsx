import type { ManagersCalendar } from '@counterpane/shared/contract/calendar'
import { calendarJournalTexts } from '@counterpane/shared/text/calendar-journal'
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { useCalendarChanges } from '../api/calendar-queries'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'

/** Says what stays before a calendar is no longer read. */
export function DisconnectDialog({ calendar: { manager }, onClose }: { calendar: ManagersCalendar; onClose: () => void }) {
  const { locale, text: say } = useSurroundings()
  const text = calendarJournalTexts[locale].off
  const { put } = useCalendarChanges(manager.id)
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => { if (!open) onClose() }}>
      <DialogSurface className="jn-dialog">
        <DialogBody>
          <DialogTitle>{text.title(manager.name)}</DialogTitle>
          <DialogContent className="jn-dialog-content">
            <p>{text.advice}</p>
            {put.error && <ProblemNotice error={put.error} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{say.close}</Button>
            <Button appearance="primary" disabled={put.isPending} onClick={() => put.mutate({ provider: null }, { onSuccess: onClose })}>{text.confirm}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
