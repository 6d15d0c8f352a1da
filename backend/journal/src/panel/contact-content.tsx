import type { Contact } from '@counterpane/shared/contract/contact'
import { Button } from '@fluentui/react-components'
import { Attach16Regular } from '@fluentui/react-icons/svg/attach'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { sizeText } from '../parts/size-text'

/** The text as text, never as HTML; what was quoted below it stays folded until asked for. */
export function ContactContent({ contact }: { contact: Contact }) {
  const { text, locale } = useSurroundings()
  const [unfolded, unfold] = useState(false)
  const nothing = contact.visibility === 'subject' ? text.contact.onlySubject : contact.visibility === 'fact' ? text.contact.onlyFact : text.contact.noContent
  return (
    <>
      <section>
        <h3>{text.contact.content}</h3>
        {contact.content.trim() ? <p className="jn-prose" dir="auto">{contact.content}</p> : <p className="jn-quiet">{nothing}</p>}
        {contact.folded && <Button size="small" appearance="subtle" aria-expanded={unfolded} onClick={() => unfold(!unfolded)}>{unfolded ? text.contact.hideQuoted : text.contact.showQuoted}</Button>}
        {unfolded && <p className="jn-prose jn-folded" dir="auto">{contact.folded}</p>}
      </section>
      {contact.attachments.length > 0 && (
        <section>
          <h3>{text.contact.attachments}</h3>
          <ul className="jn-files">
            {contact.attachments.map(({ id, name, contentType, size, kept }) => (
              <li key={id} title={contentType}><Attach16Regular aria-hidden="true" />{kept ? <a className="jn-breakable" href={`/api/attachments/${id}/content`} download={name}>{name}</a> : <span className="jn-breakable">{name}</span>}<small>{sizeText(size, locale)}{!kept && ` · ${text.contact.notKept}`}</small></li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
