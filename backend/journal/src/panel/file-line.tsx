import type { Attachment } from '@counterpane/shared/contract/contact'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Button } from '@fluentui/react-components'
import { Attach16Regular } from '@fluentui/react-icons/svg/attach'
import { Delete16Regular } from '@fluentui/react-icons/svg/delete'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { FileLink } from '../parts/file-link'
import { sizeText } from '../parts/size-text'

interface Props { file: Attachment; onRemove: () => void }

/** One file: its name loads it down when its bytes are here; it is taken off only after a second word. */
export function FileLine({ file, onRemove }: Props) {
  const { text, locale } = useSurroundings()
  const say = panelTexts[locale].files
  const [asking, ask] = useState(false)
  const { name, contentType, size, kept } = file
  return (
    <li title={contentType}>
      <Attach16Regular aria-hidden="true" />
      <FileLink file={file} />
      <small>{sizeText(size, locale)}{!kept && ` · ${text.contact.notKept}`}</small>
      {!asking && <Button size="small" appearance="subtle" icon={<Delete16Regular />} aria-label={say.remove(name)} title={say.remove(name)} onClick={() => ask(true)} />}
      {asking && (
        <div className="jn-question" role="group" aria-label={say.sure(name)}>
          <p>{say.sure(name)}</p>
          <div className="jn-buttons"><Button size="small" onClick={onRemove}>{say.removeIt}</Button><Button size="small" appearance="subtle" autoFocus onClick={() => ask(false)}>{say.keepIt}</Button></div>
        </div>
      )}
    </li>
  )
}
