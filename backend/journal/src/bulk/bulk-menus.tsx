import { states, type State } from '@counterpane/shared/domain/codes'
import { bulkTexts } from '@counterpane/shared/text/bulk-journal'
import { words } from '@counterpane/shared/text/words'
import { Menu, MenuButton, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'

export function StateMenu({ disabled, onChoose }: { disabled: boolean; onChoose: (state: State) => void }) {
  const { locale } = useSurroundings()
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement><MenuButton size="small" disabled={disabled}>{bulkTexts[locale].bulk.state}</MenuButton></MenuTrigger>
      <MenuPopover><MenuList>{states.map((state) => <MenuItem key={state} onClick={() => onChoose(state)}>{words[locale].state[state]}</MenuItem>)}</MenuList></MenuPopover>
    </Menu>
  )
}

interface PostponeProps { planned: number; all: number; disabled: boolean; onDays: (days: number) => void; onAsk: (to: 'days' | 'date') => void }
/** Only what is planned can be postponed; how many of the ticked ones that are stands above the choices. */
export function PostponeMenu({ planned, all, disabled, onDays, onAsk }: PostponeProps) {
  const { locale } = useSurroundings()
  const text = bulkTexts[locale].bulk
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement><MenuButton size="small" disabled={disabled || planned === 0} title={planned === 0 ? text.nonePlanned : undefined}>{text.postpone}</MenuButton></MenuTrigger>
      <MenuPopover>
        {planned < all && <p className="jn-quiet jn-menu-note">{text.plannedOnly(planned, all)}</p>}
        <MenuList>
          {[1, 3, 7, 14].map((days) => <MenuItem key={days} onClick={() => onDays(days)}>{text.byDays(days)}</MenuItem>)}
          <MenuDivider />
          <MenuItem onClick={() => onAsk('days')}>{text.byOther}</MenuItem>
          <MenuItem onClick={() => onAsk('date')}>{text.toDate}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
