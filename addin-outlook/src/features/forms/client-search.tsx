import { Button } from '@fluentui/react-components'
import type { Found } from '@counterpane/shared/contract/client'
import { useTexts } from '../../app/pane-context'
import { PaneForm } from './pane-form'
import { SearchBox } from './search-box'

interface Props { label: string; onChoose: (found: Found) => void; onClose: () => void; accepts?: (found: Found) => boolean }

/** A search in a form of its own; the choice is the caller's to act on. */
export function ClientSearch({ label, onChoose, onClose, accepts }: Props) {
  const texts = useTexts()
  return (
    <PaneForm label={label} onClose={onClose} onSubmit={() => undefined}>
      <SearchBox label={label} onChoose={onChoose} {...(accepts && { accepts })} />
      <div><Button size="small" type="button" onClick={onClose}>{texts.cancel}</Button></div>
    </PaneForm>
  )
}

/** The client behind a result; a person may have none. */
export const clientOf = (found: Found) => (found.kind === 'person' ? found.counterparty : { id: found.id, name: found.name })
