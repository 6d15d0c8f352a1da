import type { Contact } from '@counterpane/shared/contract/contact'
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { LongProse } from './long-prose'

/** The text as text, never as HTML; what was quoted below it stays folded until asked for. */
export function ContactContent({ contact }: { contact: Contact }) {
  const { text } = useSurroundings()
  const [unfolded, unfold] = useState(false)
  const nothing = contact.visibility === 'subject' ? text.contact.onlySubject : contact.visibility === 'fact' ? text.contact.onlyFact : text.contact.noContent
  return (
    <section>
      <h3>{text.contact.content}</h3>
      {contact.content.trim() ? <LongProse text={contact.content} /> : <p className="jn-quiet">{nothing}</p>}
      {contact.folded && <Button size="small" appearance="subtle" aria-expanded={unfolded} onClick={() => unfold(!unfolded)}>{unfolded ? text.contact.hideQuoted : text.contact.showQuoted}</Button>}
      {unfolded && <LongProse text={contact.folded} className="jn-folded" />}
    </section>
  )
}
