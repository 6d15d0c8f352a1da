import type { Contact } from '@counterpane/shared/contract/contact'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { contactStateName } from '@counterpane/shared/ui/state-colours'
import { Button, Link } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useContact } from '../api/journal-queries'
import { useSubject } from '../parts/contact-subject'
import { ContactTime } from '../parts/contact-time'
import { MethodMark } from '../parts/method-mark'
import { StatusMark } from '../parts/status-mark'

/** How many earlier ones are read by themselves; the rest of a long chain comes when asked for. */
const byItself = 2

/** An earlier contact and, above it, what led to that one. `passed`: what the chain has been through, so that a circle ends. */
export function ChainBefore({ id, passed, onOpen }: { id: string; passed: readonly string[]; onOpen: (id: string) => void }) {
  const { locale, text } = useSurroundings()
  const { data } = useContact(id)
  const [further, goFurther] = useState(passed.length < byItself)
  const before = data?.previousId && !passed.includes(data.previousId) && data.previousId !== id ? data.previousId : null
  return (
    <>
      {before && further && <ChainBefore id={before} passed={[...passed, id]} onOpen={onOpen} />}
      {before && !further && <li className="jn-link-line"><Button size="small" appearance="subtle" onClick={() => goFurther(true)}>{panelTexts[locale].chain.earlier}</Button></li>}
      <ChainLink id={id} side={text.contact.previous} onOpen={onOpen} />
    </>
  )
}
export function ChainAfter({ id, onOpen }: { id: string; onOpen: (id: string) => void }) {
  return <ChainLink id={id} side={useSurroundings().text.contact.next} onOpen={onOpen} />
}

function ChainLink({ id, side, onOpen }: { id: string; side: string; onOpen: (id: string) => void }) {
  const { locale } = useSurroundings()
  const subject = useSubject()
  const { data, error } = useContact(id)
  if (error) return <li className="jn-link-line jn-quiet">{panelTexts[locale].chain.gone}</li>
  if (!data) return <li className="jn-link-line"><span className="jn-bone jn-bone-inline" /></li>
  return (
    <li className={`jn-link-line jn-tone-${contactStateName(data)}`}>
      <span className="jn-linked-line"><span className="jn-quiet">{side}</span> <ContactTime contact={data} /> <MethodMark method={data.method} direction={data.direction} /> <StatusMark contact={data} /></span>
      <Link as="button" className="jn-subject-text" onClick={() => onOpen(id)}>{subject(data)}</Link>
    </li>
  )
}

export function ChainHere({ contact }: { contact: Contact }) {
  const { locale } = useSurroundings()
  return (
    <li className={`jn-link-line jn-link-here jn-tone-${contactStateName(contact)}`} aria-current="true">
      <span className="jn-linked-line"><strong>{panelTexts[locale].chain.here}</strong> <ContactTime contact={contact} /> <StatusMark contact={contact} /></span>
    </li>
  )
}
