import { locales, roles } from '@counterpane/shared/domain/codes'
import { administrationTexts } from '@counterpane/shared/text/administration-journal'
import { Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { useWords } from './administration-queries'
import type { ManagerDraft } from './manager-draft'

export const languageNames: Record<string, string> = { en: 'English', ru: 'Русский' }
/** Names of what a draft refers to, those no longer in use included. */
export function usePlaceNames() {
  const { data } = useWords()
  const of = (noun: 'team' | 'firm') => data?.items.filter((word) => word.noun === noun) ?? []
  return { teams: of('team'), firms: of('firm') }
}

export function ManagerFields({ draft, touched, onChange }: { draft: ManagerDraft; touched: boolean; onChange: (part: Partial<ManagerDraft>) => void }) {
  const { locale, text: say } = useSurroundings()
  const text = administrationTexts[locale]
  const { teams, firms } = usePlaceNames()
  const { name, role, teamId, firmIds, main, other } = draft
  return (
    <>
      <Field label={text.form.name} required validationMessage={touched && !name.trim() ? text.form.needName : undefined}><Input value={name} maxLength={500} onChange={(_, { value }) => onChange({ name: value })} /></Field>
      <div className="jn-admin-pair">
        <Field label={text.form.role}><Select value={role} onChange={(_, { value }) => onChange({ role: roles.find((one) => one === value) ?? role })}>{roles.map((one) => <option key={one} value={one}>{say.account.role[one]}</option>)}</Select></Field>
        <Field label={text.form.team}>
          <Select value={teamId} onChange={(_, { value }) => onChange({ teamId: value })}>
            <option value="">{text.managers.noTeam}</option>
            {teams.filter(({ id, active }) => active || id === teamId).map(({ id, name: team }) => <option key={id} value={id}>{team}</option>)}
          </Select>
        </Field>
      </div>
      <Field label={text.form.main} required hint={text.form.mainHint} validationMessage={touched && !main.trim() ? text.form.needMain : undefined}><Input type="email" value={main} onChange={(_, { value }) => onChange({ main: value })} /></Field>
      <Field label={text.form.other} hint={text.form.otherHint}><Textarea value={other} resize="vertical" rows={2} onChange={(_, { value }) => onChange({ other: value })} /></Field>
      {firms.length > 0 && (
        <fieldset className="jn-admin-set">
          <legend>{text.form.firms}</legend>
          {firms.filter(({ id, active }) => active || firmIds.includes(id)).map(({ id, name: firm }) => (
            <Checkbox key={id} label={firm} checked={firmIds.includes(id)} onChange={(_, { checked }) => onChange({ firmIds: checked === true ? [...firmIds, id] : firmIds.filter((one) => one !== id) })} />
          ))}
          <small className="jn-quiet">{text.form.firmsHint}</small>
        </fieldset>
      )}
      <Field label={text.form.locale}>
        <Select value={draft.locale} onChange={(_, { value }) => onChange({ locale: locales.find((one) => one === value) ?? '' })}>
          <option value="">{text.form.anyLocale}</option>
          {locales.map((one) => <option key={one} value={one} lang={one}>{languageNames[one]}</option>)}
        </Select>
      </Field>
    </>
  )
}
