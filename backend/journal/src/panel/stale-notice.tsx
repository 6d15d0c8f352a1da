import type { Contact } from '@counterpane/shared/contract/contact'
import { words } from '@counterpane/shared/text/words'
import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { draftOf, type Draft } from './contact-draft'

interface Props { seen: Contact; draft: Draft; newer: Contact; busy: boolean; onKeepMine: () => void; onTakeNewer: () => void }

/** Somebody else was faster: both versions side by side, and a choice; nothing is lost silently. */
export function StaleNotice({ seen, draft, newer, busy, onKeepMine, onTakeNewer }: Props) {
  const { text, locale } = useSurroundings()
  const say = words[locale]
  const shown = (value: Draft) => ({
    subject: value.subject || text.list.noSubject, result: value.result || '–', state: say.state[value.state], priority: say.priority[value.priority], client: value.client?.name ?? text.list.noClient,
  })
  const [mine, theirs, before] = [shown(draft), shown(draftOf(newer)), shown(draftOf(seen))]
  const rows = (Object.keys(mine) as (keyof typeof mine)[]).filter((field) => mine[field] !== theirs[field] || theirs[field] !== before[field])
  return (
    <div className="jn-stale">
      <MessageBar intent="warning" layout="multiline" role="alert">
        <MessageBarBody><MessageBarTitle>{text.stale.title}</MessageBarTitle> {text.stale.advice}</MessageBarBody>
      </MessageBar>
      {rows.length === 0 ? <p>{text.stale.sameFields}</p> : (
        <table>
          <thead><tr><th scope="col">{text.stale.field}</th><th scope="col">{text.stale.yours}</th><th scope="col">{text.stale.newer}</th></tr></thead>
          <tbody>{rows.map((field) => <tr key={field}><th scope="row">{text.contact[field]}</th><td>{mine[field]}</td><td>{theirs[field]}</td></tr>)}</tbody>
        </table>
      )}
      <div className="jn-buttons">
        <Button size="small" appearance="primary" autoFocus onClick={onTakeNewer}>{text.stale.takeNewer}</Button>
        <Button size="small" disabled={busy} onClick={onKeepMine}>{text.stale.keepMine}</Button>
      </div>
    </div>
  )
}
