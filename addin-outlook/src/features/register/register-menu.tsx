import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components'
import { usePane, useTexts } from '../../app/pane-context'
import type { MessageView } from '../../app/pane-state'

export interface RegisterMenuProps { view: MessageView; anchor: HTMLElement | null; onClose: () => void; onAnotherClient: () => void; onComment: () => void }

/** The other ways to register, hung from the split button; loaded when it is first opened. */
export function RegisterMenu({ view, anchor, onClose, onAnotherClient, onComment }: RegisterMenuProps) {
  const texts = useTexts()
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
          <MenuItem onClick={() => void registering.register(view.key, { visibility: 'subject' })}>{texts.subjectOnly}</MenuItem>
          <MenuItem onClick={() => void registering.register(view.key, { visibility: 'fact' })}>{texts.factOnly}</MenuItem>
          <MenuItem onClick={() => void registering.register(view.key, { private: true })}>{texts.privately}</MenuItem>
          <MenuItem onClick={onComment}>{texts.withComment}</MenuItem>
          {messageId && <MenuDivider />}
          {messageId && <MenuItem onClick={() => void exclude().catch((error: unknown) => registering.fail(view.key, error))}>{texts.doNotProcess}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
