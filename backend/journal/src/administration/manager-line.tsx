import type { ManagedManager } from '@counterpane/shared/contract/administration'
import { administrationTexts } from '@counterpane/shared/text/administration-journal'
import { calendarJournalTexts } from '@counterpane/shared/text/calendar-journal'
import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal'
import { useSurroundings } from '../api/journal-context'
import { DateTime } from '../parts/date-time'

export type ManagerAct = 'edit' | 'invite' | 'give' | 'off' | 'on' | 'end'
const providers: Record<string, string> = { entra: 'Microsoft', google: 'Google' }
export const hasLoad = ({ clients, plans, tasks }: ManagedManager) => clients + plans + tasks > 0

/** One manager in words. What is said of sign-in is what the server knows: who is bound, until when an invitation holds, when somebody was here. */
export function ManagerLine({ manager, onAct }: { manager: ManagedManager; onAct: (act: ManagerAct) => void }) {
  const { locale, text: say } = useSurroundings()
  const text = administrationTexts[locale].managers
  const { name, active, role, team, firms, addresses: [main, ...other], identities, invitedUntil, lastSeenAt, clients, plans, tasks, calendar } = manager
  const bound = [...new Set(identities.map(({ provider }) => providers[provider] ?? provider))].join(', ')
  return (
    <tr role="row" data-off={!active || undefined}>
      <th role="rowheader" scope="row"><span className="jn-breakable">{name}</span>{!active && <small className="jn-quiet">{text.off}</small>}<small className="jn-quiet jn-breakable">{main}</small>{other.map((address) => <small key={address} className="jn-quiet jn-breakable">{address}</small>)}</th>
      <td role="cell" data-label={text.column.place}><span>{say.account.role[role]}</span><small className="jn-quiet">{team?.name ?? text.noTeam}</small><small className="jn-quiet">{firms.map((firm) => firm.name).join(', ') || text.allFirms}</small></td>
      <td role="cell" data-label={text.column.signIn}>
        <span>{bound ? text.signsIn(bound) : text.neverSignedIn}</span>
        {invitedUntil && <small className="jn-quiet">{text.invitedUntil} <DateTime at={invitedUntil} /></small>}
        <small className="jn-quiet">{lastSeenAt ? <>{text.lastSeen}: <DateTime at={lastSeenAt} /></> : text.notSeen}</small>
      </td>
      <td role="cell" data-label={text.column.load}>{hasLoad(manager) ? <span>{text.load(clients, plans, tasks)}</span> : <span className="jn-quiet">{text.noLoad}</span>}</td>
      <td role="cell" data-label={text.column.calendar}>{calendar ? <span>{calendarJournalTexts[locale].state[calendar]}</span> : <span className="jn-quiet">{text.noCalendar}</span>}</td>
      <td role="cell" className="jn-admin-acts">
        <div className="jn-buttons">
          <Button size="small" aria-label={`${text.change} ${name}`} onClick={() => onAct('edit')}>{text.change}</Button>
          <Menu>
            <MenuTrigger disableButtonEnhancement><Button size="small" appearance="subtle" icon={<MoreHorizontal20Regular />} aria-label={administrationTexts[locale].moreOf(name)} /></MenuTrigger>
            <MenuPopover>
              <MenuList>
                {active && <MenuItem onClick={() => onAct('invite')}>{text.invite}</MenuItem>}
                {hasLoad(manager) && <MenuItem onClick={() => onAct('give')}>{text.handOver}</MenuItem>}
                {active && <MenuItem onClick={() => onAct('end')}>{text.endSessions}</MenuItem>}
                <MenuItem onClick={() => onAct(active ? 'off' : 'on')}>{active ? text.switchOff : text.switchOn}</MenuItem>
              </MenuList>
            </MenuPopover>
          </Menu>
        </div>
      </td>
    </tr>
  )
}
