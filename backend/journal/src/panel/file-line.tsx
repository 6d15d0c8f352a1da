import type { Attachment, Contact } from '@counterpane/shared/contract/contact'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Button } from '@fluentui/react-components'
import { Attach16Regular } from '@fluentui/react-icons/svg/attach'
import { Delete16Regular } from '@fluentui/react-icons/svg/delete'
import { useState } from 'react'
import { useHandFiles } from '../api/hand-files'
import { useSurroundings } from '../api/journal-context'
import { sizeText } from '../parts/size-text'

interface Props { contact: Contact; file: Attachment; onSaid: (words: string) => void; onProblem: (problem: unknown) => void }

/** One file: its name loads it down when its bytes are here; it is taken off only after a second word. */
export function FileLine({ contact, file, onSaid, onProblem }: Props) {
  const { text, locale } = useSurroundings()
  const say = panelTexts[locale].files
  const { remove } = useHandFiles(contact)
  const [asking, ask] = useState(false)
  const { id, name, contentType, size, kept } = file
  const takeOff = () => {
    onProblem(null)
    remove.mutate(id, { onSuccess: () => onSaid(say.removed(name)), onError: (error) => { ask(false); onProblem(error) } })
  }
  return (
    <li title={contentType}>
      <Attach16Regular aria-hidden="true" />
      {kept ? <a className="jn-breakable" href={`/api/attachments/${encodeURIComponent(id)}/content`} download={name}>{name}</a> : <span className="jn-breakable">{name}</span>}
      <small>{sizeText(size, locale)}{!kept && ` · ${text.contact.notKept}`}</small>
      {!asking && <Button size="small" appearance="subtle" icon={<Delete16Regular />} aria-label={say.remove(name)} title={say.remove(name)} onClick={() => ask(true)} />}
      {asking && (
        <div className="jn-question" role="group" aria-label={say.sure(name)}>
          <p>{say.sure(name)}</p>
          <div className="jn-buttons"><Button size="small" disabled={remove.isPending} onClick={takeOff}>{say.removeIt}</Button><Button size="small" appearance="subtle" autoFocus onClick={() => ask(false)}>{say.keepIt}</Button></div>
        </div>
      )}
    </li>
  )
}
