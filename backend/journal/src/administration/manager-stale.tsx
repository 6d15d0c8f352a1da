import { administrationTexts } from '@counterpane/shared/text/administration-journal'
import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { differingFields, type ManagerDraft } from './manager-draft'
import { languageNames, usePlaceNames } from './manager-fields'

interface Props { mine: ManagerDraft; newer: ManagerDraft; busy: boolean; onMine: () => void; onTheirs: () => void }

/** Another administrator was faster: both versions beside each other, and one's own word which of them counts. */
export function ManagerStale({ mine, newer, busy, onMine, onTheirs }: Props) {
  const { locale, text: say } = useSurroundings()
  const { stale, form, managers } = administrationTexts[locale]
  const { teams, firms } = usePlaceNames()
  const fields = differingFields(mine, newer)
  const names = { name: form.name, role: form.role, teamId: form.team, firmIds: form.firms, locale: form.locale, main: form.main, other: form.other }
  const nameIn = (list: readonly { id: string; name: string }[], id: string) => list.find((one) => one.id === id)?.name ?? id
  const textOf = (draft: ManagerDraft, field: keyof ManagerDraft): string => ({
    name: draft.name, role: say.account.role[draft.role], teamId: draft.teamId ? nameIn(teams, draft.teamId) : managers.noTeam, firmIds: draft.firmIds.map((id) => nameIn(firms, id)).join(', ') || managers.allFirms,
    locale: languageNames[draft.locale] ?? form.anyLocale, main: draft.main, other: draft.other.split('\n').join(', ') || managers.none,
  })[field]
  return (
    <div className="jn-admin-stale">
      <MessageBar intent="warning" layout="multiline" role="alert"><MessageBarBody><MessageBarTitle>{stale.title}</MessageBarTitle> {fields.length > 0 ? stale.advice : stale.nothing}</MessageBarBody></MessageBar>
      {fields.length > 0 && (
        <table>
          <thead><tr><th scope="col">{stale.field}</th><th scope="col">{stale.yours}</th><th scope="col">{stale.newer}</th></tr></thead>
          <tbody>{fields.map((field) => <tr key={field}><th scope="row">{names[field]}</th><td>{textOf(mine, field)}</td><td>{textOf(newer, field)}</td></tr>)}</tbody>
        </table>
      )}
      <div className="jn-buttons"><Button appearance="primary" disabledFocusable={busy} onClick={onMine}>{stale.saveMine}</Button><Button disabledFocusable={busy} onClick={onTheirs}>{stale.takeTheirs}</Button></div>
    </div>
  )
}
