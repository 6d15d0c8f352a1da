import { administrationTexts } from '@counterpane/shared/text/administration-journal'
import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'

interface Props { newer: readonly (readonly [string, string])[]; busy: boolean; onMine: () => void; onTheirs: () => void }

/** Another administrator was faster: what stands there now, and one's own word which of both counts. */
export function SettingsStale({ newer, busy, onMine, onTheirs }: Props) {
  const { locale } = useSurroundings()
  const { stale } = administrationTexts[locale]
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{stale.title}</MessageBarTitle> {stale.newer}:
        {newer.map(([name, value]) => <span key={name} className="jn-admin-newer">{name}: <strong>{value}</strong></span>)}
      </MessageBarBody>
      <MessageBarActions><Button size="small" disabledFocusable={busy} onClick={onMine}>{stale.saveMine}</Button><Button size="small" disabledFocusable={busy} onClick={onTheirs}>{stale.takeTheirs}</Button></MessageBarActions>
    </MessageBar>
  )
}
