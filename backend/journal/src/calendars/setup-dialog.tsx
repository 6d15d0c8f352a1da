import type { CalendarProvider, ManagersCalendar } from '@counterpane/shared/contract/calendar'
import { calendarJournalTexts } from '@counterpane/shared/text/calendar-journal'
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input, Radio, RadioGroup } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { useCalendarChanges } from '../api/calendar-queries'
import { useSurroundings } from '../api/journal-context'
import { useManagers } from '../api/journal-queries'
import { ProblemNotice } from '../parts/problem-notice'

const providers: readonly CalendarProvider[] = ['graph', 'google']

/** Which calendar of a manager is read: whose house it stands in, and the mailbox, at first the manager's main address. */
export function SetupDialog({ calendar: { manager, provider: known, mailbox: knownMailbox }, onClose }: { calendar: ManagersCalendar; onClose: () => void }) {
  const { locale, text: say } = useSurroundings()
  const text = calendarJournalTexts[locale]
  const { put } = useCalendarChanges(manager.id)
  const { data: managers } = useManagers()
  const main = managers?.items.find(({ id }) => id === manager.id)?.email ?? ''
  const [provider, setProvider] = useState(known ?? 'graph')
  const [typed, setTyped] = useState<string | null>(knownMailbox)
  const [touched, setTouched] = useState(false)
  const mailbox = (typed ?? main).trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTouched(true)
    if (mailbox && !put.isPending) put.mutate({ provider, mailbox }, { onSuccess: onClose })
  }
  return (
    <Dialog open onOpenChange={(_, { open, type }) => { if (!open && type !== 'backdropClick') onClose() }}>
      <DialogSurface className="jn-dialog">
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>{text.setup.title(manager.name)}</DialogTitle>
            <DialogContent className="jn-dialog-content">
              <Field label={text.setup.provider} hint={text.setup[provider]}>
                <RadioGroup layout="horizontal" value={provider} onChange={(_, { value }) => setProvider(providers.find((one) => one === value) ?? 'graph')}>
                  {providers.map((one) => <Radio key={one} value={one} label={text.provider[one]} />)}
                </RadioGroup>
              </Field>
              <Field label={text.setup.mailbox} hint={text.setup.mailboxHint} required validationMessage={touched && !mailbox ? text.setup.needMailbox : undefined}>
                <Input type="email" value={typed ?? main} onChange={(_, { value }) => setTyped(value)} />
              </Field>
              {put.error && <ProblemNotice error={put.error} />}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{say.close}</Button>
              <Button type="submit" appearance="primary" disabled={put.isPending}>{text.setup.save}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
