import { Button } from '@fluentui/react-components'
import { Dismiss12Regular } from '@fluentui/react-icons/svg/dismiss'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { useSurroundings } from '../api/journal-context'
import type { Named } from './contact-draft'

/** Names that were chosen, each with a way to take it out again. */
export function NameChips({ label, names, onRemove }: { label: string; names: readonly Named[]; onRemove: (id: string) => void }) {
  const { locale } = useSurroundings()
  if (names.length === 0) return null
  return (
    <ul className="jn-chips" aria-label={label}>
      {names.map(({ id, name }) => (
        <li key={id} className="jn-chip">
          <span className="jn-breakable">{name}</span>
          <Button size="small" appearance="transparent" className="jn-chip-remove" icon={<Dismiss12Regular />} aria-label={panelTexts[locale].remove(name)} title={panelTexts[locale].remove(name)} onClick={() => onRemove(id)} />
        </li>
      ))}
    </ul>
  )
}
