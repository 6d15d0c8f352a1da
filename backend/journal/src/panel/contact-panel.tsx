import { Button } from '@fluentui/react-components'
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useMe, useSurroundings } from '../api/journal-context'
import { useContact } from '../api/journal-queries'
import { dropDraft } from '../forms/kept-draft'
import { useSubject } from '../parts/contact-subject'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { useKeys } from '../parts/use-keys'
import { editKey } from './edit-key'
import { PanelBody } from './panel-body'
import { UnsavedContext, UnsavedQuestion } from './unsaved-guard'

interface Props { id: string; onClose: () => void; onOpen: (id: string) => void }

/** The open contact at the right of the list: what it is, what may be done with it, what it is linked to. With unsaved changes it stays until they are given up. */
export function ContactPanel({ id, onClose, onOpen }: Props) {
  const { text } = useSurroundings()
  const me = useMe()
  const [shown, show] = useState(id)
  const [dirty, setDirty] = useState(false)
  const [closing, setClosing] = useState(false)
  if (id !== shown && !dirty) show(id)
  const { data: contact, error, isPending, refetch } = useContact(shown)
  const subject = useSubject()
  const heading = useRef<HTMLHeadingElement>(null)
  const contactId = contact?.id
  useEffect(() => { if (contactId) heading.current?.focus({ preventScroll: true }) }, [contactId])
  const close = useCallback(() => { if (dirty) setClosing(true); else onClose() }, [dirty, onClose])
  const leaving = id !== shown
  const keep = () => {
    setClosing(false)
    if (leaving) onOpen(shown)
  }
  const discard = () => {
    dropDraft(editKey(me.id, shown))
    setDirty(false)
    setClosing(false)
    if (leaving) show(id)
    else onClose()
  }
  return (
    <aside className="jn-panel" aria-label={text.contact.label}>
      <Button className="jn-panel-close" icon={<Dismiss20Regular />} appearance="subtle" aria-label={text.close} title={`${text.close} (Esc)`} onClick={close} />
      {isPending && <DelayedSkeleton lines={8} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      <UnsavedContext.Provider value={setDirty}>
        {contact && <PanelBody key={contact.id} contact={contact} heading={heading} dirty={dirty} onClose={close} onGone={onClose} onOpen={onOpen} />}
      </UnsavedContext.Provider>
      {!contact && <EscapeCloses onClose={onClose} />}
      {dirty && contact && (leaving || closing) && <UnsavedQuestion subject={subject(contact)} onKeep={keep} onDiscard={discard} />}
    </aside>
  )
}

function EscapeCloses({ onClose }: { onClose: () => void }) {
  useKeys({ Escape: onClose })
  return null
}
