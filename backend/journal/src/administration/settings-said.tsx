import { administrationTexts } from '@counterpane/shared/text/administration-journal'
import { Button } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'

/** What was saved, with one press that brings back what stood before. */
export function SettingsSaid({ said, busy, onUndo }: { said: string; busy: boolean; onUndo: (() => void) | null }) {
  const { locale } = useSurroundings()
  return <p role="status" className="jn-settled">{said && <><span>{said}</span> {onUndo && <Button size="small" disabledFocusable={busy} onClick={onUndo}>{administrationTexts[locale].undo}</Button>}</>}</p>
}
