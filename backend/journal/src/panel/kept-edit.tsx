import type { Contact } from '@counterpane/shared/contract/contact'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useMe, useSurroundings } from '../api/journal-context'
import { draftOf } from '../forms/contact-draft'
import { dropDraft, keptDraft } from '../forms/kept-draft'
import { editKey } from './edit-key'

/** Changes that were left unsaved when the page went elsewhere are offered again. */
export function KeptEdit({ contact, onResume }: { contact: Contact; onResume: () => void }) {
  const { locale } = useSurroundings()
  const key = editKey(useMe().id, contact.id)
  const say = panelTexts[locale].unsaved
  const [found, setFound] = useState(() => keptDraft(key, draftOf(contact)) !== null)
  if (!found) return null
  return (
    <div className="jn-question" role="group" aria-label={say.found}>
      <p>{say.found}</p>
      <div className="jn-buttons">
        <Button size="small" onClick={onResume}>{say.resume}</Button>
        <Button size="small" appearance="subtle" onClick={() => { dropDraft(key); setFound(false) }}>{say.drop}</Button>
      </div>
    </div>
  )
}
