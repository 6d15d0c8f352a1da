import type { Contact } from '@counterpane/shared/contract/contact'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Button } from '@fluentui/react-components'
import { lazy, useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { LazyPart } from '../parts/lazy-part'
import { ChainAfter, ChainBefore, ChainHere } from './chain-links'

const LinkPicker = lazy(() => import('./link-picker').then(({ LinkPicker: picker }) => ({ default: picker })))
const UnlinkButton = lazy(() => import('./link-picker').then(({ UnlinkButton: button }) => ({ default: button })))

/** The chain, drawn by its dates: what led to this contact, the contact itself, what was planned after it. */
export function LinkedContacts({ contact, onOpen }: { contact: Contact; onOpen: (id: string) => void }) {
  const { text, locale } = useSurroundings()
  const say = panelTexts[locale].chain
  const [linking, setLinking] = useState(false)
  const [said, setSaid] = useState('')
  const alone = !contact.previousId && contact.nextIds.length === 0
  return (
    <section className="jn-chain-part">
      <h3>{text.contact.linked}</h3>
      {alone && <p className="jn-quiet">{text.contact.noLinked}</p>}
      {!alone && (
        <ol className="jn-chain">
          {contact.previousId && <ChainBefore key={contact.previousId} id={contact.previousId} passed={[contact.id]} onOpen={onOpen} />}
          <ChainHere contact={contact} />
          {contact.nextIds.map((id) => <ChainAfter key={id} id={id} onOpen={onOpen} />)}
        </ol>
      )}
      <div className="jn-buttons">
        {!linking && !contact.previousId && <Button size="small" appearance="subtle" onClick={() => { setSaid(''); setLinking(true) }}>{say.link}</Button>}
        {contact.previousId && <LazyPart lines={1}><UnlinkButton contact={contact} onDone={() => setSaid(say.unlinked)} /></LazyPart>}
        <span role="status" className="jn-said">{said}</span>
      </div>
      {linking && !contact.previousId && <LazyPart lines={1}><LinkPicker contact={contact} onClose={(words = '') => { setLinking(false); setSaid(words) }} /></LazyPart>}
    </section>
  )
}
