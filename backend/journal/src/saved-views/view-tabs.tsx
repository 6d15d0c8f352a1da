import type { SavedView } from '@counterpane/shared/contract/journal'
import { viewTexts, type ViewWords } from '@counterpane/shared/text/views-journal'
import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { People16Regular } from '@fluentui/react-icons/svg/people'
import { useSurroundings } from '../api/journal-context'

interface Props { views: readonly SavedView[]; open: SavedView | null; room: number; onApply: (view: SavedView) => void }

function hintOf(view: SavedView, text: ViewWords['views']): string {
  if (!view.shared) return `${view.name}. ${text.own}`
  return `${view.name}. ${view.mine ? text.shared : view.owner ? text.by(view.owner.name) : text.byNobody}`
}

/** As many views as there is room for, the open one always among them; the others in a menu. */
export function ViewTabs({ views, open, room, onApply }: Props) {
  const { locale } = useSurroundings()
  const text = viewTexts[locale].views
  const first = views.slice(0, room)
  const shown = open && !first.some(({ id }) => id === open.id) ? [...first.slice(0, room - 1), open] : first
  const rest = views.filter((view) => !shown.includes(view))
  return (
    <>
      {shown.map((view) => (
        <button key={view.id} type="button" className="jn-view" aria-pressed={view.id === open?.id} title={hintOf(view, text)} onClick={() => onApply(view)}>
          {view.shared && <People16Regular aria-hidden="true" />}<span className="jn-clip">{view.name}</span>{view.shared && <span className="jn-hidden">, {text.shared}</span>}
        </button>
      ))}
      {rest.length > 0 && (
        <Menu>
          <MenuTrigger disableButtonEnhancement><MenuButton size="small" appearance="subtle" aria-label={`${text.moreLabel}: ${rest.length}`}>{text.more(rest.length)}</MenuButton></MenuTrigger>
          <MenuPopover className="jn-view-list">
            <MenuList>
              {rest.map((view) => <MenuItem key={view.id} icon={view.shared ? <People16Regular aria-hidden="true" /> : undefined} title={hintOf(view, text)} onClick={() => onApply(view)}><span className="jn-breakable">{view.name}</span></MenuItem>)}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
    </>
  )
}
