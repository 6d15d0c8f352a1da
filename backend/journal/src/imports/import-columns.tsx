import type { ImportDetails, ImportField } from '@counterpane/shared/contract/imports'
import type { Locale } from '@counterpane/shared/domain/codes'
import { importsTexts } from '@counterpane/shared/text/imports-journal'
import { Select } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import type { useImportSteps } from './import-queries'

const fieldsOf = (locale: Locale) => Object.keys(importsTexts[locale].fields).filter((name): name is ImportField => name !== 'row')
const isPersons = (field: string) => field.startsWith('person')
/** A field by its name, and whose it is. */
export function fieldLabel(field: string, locale: Locale): string {
  const text = importsTexts[locale]
  const name = (text.fields as Record<string, string>)[field] ?? field
  return isPersons(field) ? text.ofPerson(name) : name
}

/** What each column is taken for: guessed, as last time, or chosen now. */
export function ImportColumns({ details, map }: { details: ImportDetails; map: ReturnType<typeof useImportSteps>['map'] }) {
  const { locale } = useSurroundings()
  const text = importsTexts[locale].mapping
  const shown = map.isPending ? map.variables : details.mapping
  const choose = (at: number, field: ImportField | null) => map.mutate(shown.map((one, place) => (place === at ? field : one)))
  return (
    <>
      <section className="jn-import-part" aria-label={text.title}>
        <h2>{text.title}</h2>
        <p className="jn-quiet">{text.advice}</p>
        <div role="status" className="jn-hidden">{map.isPending ? text.saving : ''}</div>
        <ul className="jn-import-columns">
          {details.columns.map((title, at) => <Column key={at} {...{ details, title, at }} field={shown[at] ?? null} onChoose={(field) => choose(at, field)} />)}
        </ul>
      </section>
      <details className="jn-import-findings">
        <summary><h2>{text.rows}</h2></summary>
        <div className="jn-import-sample" tabIndex={0} role="region" aria-label={text.rows}>
          <table>
            <thead><tr>{details.columns.map((title, at) => <th key={at} scope="col">{title || text.noTitle(at + 1)}</th>)}</tr></thead>
            <tbody>{details.sample.map((row, place) => <tr key={place}>{row.map((cell, at) => <td key={at}>{cell}</td>)}</tr>)}</tbody>
          </table>
        </div>
      </details>
    </>
  )
}

function Column({ details, title, at, field, onChoose }: { details: ImportDetails; title: string; at: number; field: ImportField | null; onChoose: (field: ImportField | null) => void }) {
  const { locale } = useSurroundings()
  const { mapping: text, fields } = importsTexts[locale]
  const name = title || text.noTitle(at + 1)
  const examples = [...new Set(details.sample.map((row) => row[at] ?? '').filter(Boolean))].slice(0, 3)
  const how = field === null ? text.left : details.kept ? text.kept : field === details.guessed[at] ? text.guessed : text.own
  const options = (of: boolean) => fieldsOf(locale).filter((one) => isPersons(one) === of).map((one) => <option key={one} value={one}>{of ? fieldLabel(one, locale) : fields[one]}</option>)
  return (
    <li data-left={field === null || undefined}>
      <div className="jn-import-column">
        <strong className="jn-breakable">{name}</strong>
        <span className="jn-quiet jn-breakable">{examples.length > 0 ? examples.join(' · ') : text.empty}</span>
      </div>
      <Select aria-label={text.pick(name)} value={field ?? ''} onChange={(_, { value }) => onChoose(value === '' ? null : value as ImportField)}>
        <option value="">{text.leave}</option>
        <optgroup label={text.ofClient}>{options(false)}</optgroup>
        <optgroup label={text.ofPerson}>{options(true)}</optgroup>
      </Select>
      <span className="jn-import-how">{how}</span>
    </li>
  )
}
