import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import { usePane, usePaneState, useTexts } from '../../app/pane-context'
import type { MessageView } from '../../app/pane-state'

export interface RegisterMenuProps { view: MessageView; anchor: HTMLElement | null; onClose: () => void; onAnotherClient: () => void; onComment: () => void; onAlso: () => void; onFiles: (() => void) | null }

/** The other ways to register, hung from the split button; loaded when it is first opened. */
export function RegisterMenu({ view, anchor, onClose, onAnotherClient, onComment, onAlso, onFiles }: RegisterMenuProps) {
  const texts = useTexts()
  const own = registerTexts[usePaneState().locale]
  const { store, api, registering } = usePane()
  const messageId = view.message.snapshot.messageId

  function close() {
    onClose()
    anchor?.querySelector<HTMLElement>('[aria-haspopup]')?.focus()
  }
  async function exclude() {
    if (!messageId) return
    await api('excludeMessage', { body: { messageId, excluded: true } })
    await store.ask(view.key)
  }
  return (
    <Menu open inline onOpenChange={(_, { open }) => { if (!open) close() }} positioning={{ target: anchor, position: 'below', align: 'end', autoSize: true }}>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={onAnotherClient}>{texts.anotherClient}</MenuItem>
          <MenuItem onClick={onAlso}>{own.alsoInvolves}</MenuItem>
          <MenuItem onClick={() => void registering.register(view.key, { visibility: 'subject' })}>{own.subjectOnly}</MenuItem>
          <MenuItem onClick={() => void registering.register(view.key, { visibility: 'fact' })}>{own.factOnly}</MenuItem>
          <MenuItem onClick={() => void registering.register(view.key, { private: true })}>{texts.privately}</MenuItem>
          {onFiles && <MenuItem onClick={onFiles}>{own.whichFiles}</MenuItem>}
          <MenuItem onClick={onComment}>{own.withComment}</MenuItem>
          {messageId && <MenuDivider />}
          {messageId && <MenuItem onClick={() => void exclude().catch((error: unknown) => registering.fail(view.key, error))}>{own.doNotProcess}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
