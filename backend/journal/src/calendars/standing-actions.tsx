import type { ManagersCalendar } from '@counterpane/shared/contract/calendar'
import { calendarJournalTexts } from '@counterpane/shared/text/calendar-journal'
import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal'
import { useState } from 'react'
import { useCalendarChanges } from '../api/calendar-queries'
import { useMe, useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import { DisconnectDialog } from './disconnect-dialog'
import { SetupDialog } from './setup-dialog'

const wantsConsent = new Set<string | null>(['no-consent', 'signed-out'])

/** What may be done with a calendar: read it now, let Google give one's own, and for administrators set it up, change it or stop. */
export function StandingActions({ calendar }: { calendar: ManagersCalendar }) {
  const { locale } = useSurroundings()
  const me = useMe()
  const text = calendarJournalTexts[locale]
  const { sync, connect } = useCalendarChanges(calendar.manager.id)
  const [dialog, show] = useState<'setup' | 'off' | null>(null)
  const { manager, provider } = calendar
  const administers = me.role === 'administrator'
  const ownGoogle = provider === 'google' && manager.id === me.id
  const asksConsent = ownGoogle && (calendar.state === 'needs-sign-in' || wantsConsent.has(calendar.problem))
  // Google's page takes this tab; the page that it comes back to leads here again.
  const toConsent = () => connect.mutate(undefined, { onSuccess: ({ url }) => window.location.assign(url) })
  const error = sync.error ?? connect.error
  return (
    <>
      <div className="jn-buttons">
        {asksConsent && <Button size="small" appearance="primary" disabled={connect.isPending || connect.isSuccess} onClick={toConsent}>{connect.isPending || connect.isSuccess ? text.leaving : text.connect}</Button>}
        {provider && !asksConsent && <Button size="small" disabled={sync.isPending} aria-label={text.syncOf(manager.name)} onClick={() => sync.mutate()}>{text.sync}</Button>}
        {!provider && administers && <Button size="small" aria-label={text.setUpOf(manager.name)} onClick={() => show('setup')}>{text.setUp}</Button>}
        {provider && (administers || (ownGoogle && !asksConsent)) && (
          <Menu>
            <MenuTrigger disableButtonEnhancement><Button size="small" appearance="subtle" icon={<MoreHorizontal20Regular />} aria-label={text.more(manager.name)} title={text.more(manager.name)} /></MenuTrigger>
            <MenuPopover>
              <MenuList>
                {asksConsent && <MenuItem onClick={() => sync.mutate()}>{text.sync}</MenuItem>}
                {ownGoogle && !asksConsent && <MenuItem onClick={toConsent}>{text.connectAgain}</MenuItem>}
                {administers && <MenuItem onClick={() => show('setup')}>{text.change}</MenuItem>}
                {administers && <MenuItem onClick={() => show('off')}>{text.disconnect}</MenuItem>}
              </MenuList>
            </MenuPopover>
          </Menu>
        )}
      </div>
      <small role="status" className="jn-said">{sync.isSuccess && calendar.state === 'catching-up' && text.syncing}</small>
      {error && <ProblemNotice error={error} />}
      {dialog === 'setup' && <SetupDialog calendar={calendar} onClose={() => show(null)} />}
      {dialog === 'off' && <DisconnectDialog calendar={calendar} onClose={() => show(null)} />}
    </>
  )
}
