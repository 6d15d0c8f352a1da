import { Menu, MenuButton, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'

interface Props<T extends string | number> { label: string; options: readonly { value: T; name: string }[]; chosen: readonly T[]; onChange: (chosen: T[]) => void }

/** "any of" over a short closed list; nothing chosen is everything. */
export function ChoiceMenu<T extends string | number>({ label, options, chosen, onChange }: Props<T>) {
  const { text } = useSurroundings()
  const names = options.filter(({ value }) => chosen.includes(value)).map(({ name }) => name)
  const summary = names.length === 0 ? text.filter.all : names.length === 1 ? names[0] : text.filter.chosen(names.length)
  return (
    <Menu
      persistOnItemClick checkedValues={{ chosen: chosen.map(String) }}
      onCheckedValueChange={(_, { checkedItems }) => onChange(options.map(({ value }) => value).filter((value) => checkedItems.includes(String(value))))}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton className="jn-choice" data-active={names.length > 0 || undefined} title={names.join(', ') || undefined}>{label}: <span className="jn-chosen">{summary}</span></MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={label}>
          {options.map(({ value, name }) => <MenuItemCheckbox key={value} name="chosen" value={String(value)}>{name}</MenuItemCheckbox>)}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
