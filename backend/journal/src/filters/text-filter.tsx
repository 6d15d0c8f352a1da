import { SearchBox } from '@fluentui/react-components'
import { useRestingText } from './use-resting-text'

interface Props { q: string; label: string; hint: string; onSearch: (q: string) => void }

/** Search that waits for a rest in typing. */
export function TextFilter({ q, label, hint, onSearch }: Props) {
  const [typed, setTyped] = useRestingText(q, onSearch)
  return <SearchBox className="jn-search" value={typed} placeholder={label} aria-label={label} title={`${hint} (/)`} maxLength={500} onChange={(_, { value }) => setTyped(value)} />
}
