import { Button, Field, makeStyles, Select } from '@fluentui/react-components'
import { rivalsOf } from '@counterpane/shared/matching/address-rivals'
import { groupTexts } from '@counterpane/shared/text/group-pane'
import { usePaneState, useTexts } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { clientOf } from '../forms/client-search'
import { PaneForm } from '../forms/pane-form'
import { SearchBox } from '../forms/search-box'
import type { GroupLine, LineChoice } from './group-lines'

const useStyles = makeStyles({ chooser: { marginTop: '4px' } })
interface Props { line: GroupLine; onChoose: (choice: LineChoice) => void; onClose: () => void }

/** Whose this one email is: one of those who share the address, anybody of the client base, or nobody yet. */
export function LineChooser({ line, onChoose, onClose }: Props) {
  const { locale } = usePaneState()
  const words = useTexts()
  const texts = groupTexts[locale]
  const pane = usePaneStyles()
  const styles = useStyles()
  const { match, message, standing } = line
  const rivals = match && message ? rivalsOf(match, message.snapshot.from) : []
  const named = match && rivals.length > 0 ? [{ person: match.person, counterparty: match.counterparty }, ...rivals] : []
  return (
    <div className={styles.chooser}>
      <PaneForm label={texts.whose(line.subject || texts.noSubject)} onClose={onClose} onSubmit={() => undefined}>
        {named.length > 0 && (
          <Field label={texts.several}>
            <Select autoFocus defaultValue="" onChange={(_, { value }) => { const one = named[Number(value)]; if (value !== '' && one) onChoose({ person: one.person, counterparty: one.counterparty }) }}>
              <option value="">{texts.chooseOne}</option>
              {named.map(({ person, counterparty }, at) => <option key={counterparty?.id ?? at} value={at}>{[counterparty?.name, person?.name].filter(Boolean).join(' · ')}</option>)}
            </Select>
          </Field>
        )}
        <SearchBox label={words.searchClients} accepts={(found) => clientOf(found) !== null} onChoose={(found) => onChoose({ counterparty: clientOf(found), person: found.kind === 'person' ? { id: found.id, name: found.name } : null })} />
        <div className={pane.row}>
          {standing !== 'colleague' && <Button size="small" type="button" onClick={() => onChoose({ counterparty: null, person: null })}>{texts.withoutClient}</Button>}
          <Button size="small" type="button" onClick={onClose}>{words.cancel}</Button>
        </div>
      </PaneForm>
    </div>
  )
}
