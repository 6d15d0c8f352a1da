import type { Grouping } from '@counterpane/shared/contract/journal'
import { listTexts } from '@counterpane/shared/text/list-journal'
import { Menu, MenuButton, MenuDivider, MenuItem, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { GroupListRegular } from '@fluentui/react-icons/svg/group-list'
import { useSurroundings } from '../api/journal-context'
import type { ChangeView } from '../view/hash-route'
import type { JournalView } from '../view/journal-view'
import { knownGroupings } from '../view/view-fields'

const most = 2

/** By what the list is grouped: what is ticked first makes the groups, what is ticked second divides them. */
export function GroupMenu({ view: { group }, change }: { view: JournalView; change: ChangeView }) {
  const { locale } = useSurroundings()
  const text = listTexts[locale].group
  const names = group.map((by) => text.grouping[by])
  const place = (by: Grouping) => (group.length < most ? '' : ` (${group[0] === by ? text.first : text.second})`)
  return (
    <Menu
      persistOnItemClick checkedValues={{ group: [...group] }}
      onCheckedValueChange={(_, { checkedItems }) => change({ group: [...group.filter((by) => checkedItems.includes(by)), ...knownGroupings.filter((by) => checkedItems.includes(by) && !group.includes(by))].slice(0, most) })}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton className="jn-tool" size="small" appearance="subtle" icon={<GroupListRegular />} title={[text.button, ...names].join(': ')} aria-label={names.length > 0 ? `${text.button}: ${names.join(', ')}` : text.button} data-active={names.length > 0 || undefined}>
          <span className="jn-tool-name">{names.length > 0 ? names.join(', ') : text.button}</span>
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className="jn-tall-menu">
        <MenuList aria-label={text.label}>
          <MenuItem persistOnClick={false} disabled={group.length === 0} onClick={() => change({ group: [] })}>{text.none}</MenuItem>
          <MenuDivider />
          {knownGroupings.map((by) => (
            <MenuItemCheckbox key={by} name="group" value={by} disabled={group.length >= most && !group.includes(by)}>{text.grouping[by]}{group.includes(by) && place(by)}</MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
