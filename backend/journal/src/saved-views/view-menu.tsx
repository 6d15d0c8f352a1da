import type { SavedView } from '@counterpane/shared/contract/journal'
import { viewTexts } from '@counterpane/shared/text/views-journal'
import { Button, Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down'
import { useSurroundings } from '../api/journal-context'

interface Props { view: SavedView; changed: boolean; onSave: () => void; onSaveAs: () => void; onBack: () => void; onRename: () => void; onShare: () => void; onDelete: () => void; onLeave: () => void }

/** What can be done with the view that is open; only whoever made it changes it. */
export function ViewMenu({ view, changed, onSave, onSaveAs, onBack, onRename, onShare, onDelete, onLeave }: Props) {
  const { locale } = useSurroundings()
  const text = viewTexts[locale].views
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={<ChevronDown16Regular />} aria-label={text.menu(view.name)} title={text.menu(view.name)} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {changed && view.mine && <MenuItem onClick={onSave}>{text.save}</MenuItem>}
          <MenuItem onClick={onSaveAs}>{text.saveAs}</MenuItem>
          {changed && <MenuItem onClick={onBack}>{text.back}</MenuItem>}
          <MenuItem onClick={onLeave}>{text.leave}</MenuItem>
          {view.mine && <MenuDivider />}
          {view.mine && <MenuItem onClick={onRename}>{text.rename}</MenuItem>}
          {view.mine && <MenuItem onClick={onShare}>{view.shared ? text.unshare : text.share}</MenuItem>}
          {view.mine && <MenuItem onClick={onDelete}>{text.remove}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
