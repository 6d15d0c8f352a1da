import type { Merge, MergeField, TwinPair, TwinSide } from '@counterpane/shared/contract/cleaning'
import { changeValues } from '@counterpane/shared/text/change-values'
import { cleaningTexts } from '@counterpane/shared/text/cleaning-journal'
import { nearDate } from '@counterpane/shared/text/dates'
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import type { Cleaning } from './cleaning-queries'
import { MergeDialog } from './merge-dialog'

interface Props { pair: TwinPair; mayMerge: boolean; merge: Cleaning['merge']; onMerged: (merge: Merge, stays: string) => void }

const weight = (side: TwinSide) => side.contacts * 10 + side.persons * 5 + side.addresses.length
const isEmpty = (value: string | null | undefined) => value === null || value === undefined || value === ''

/** Both sides beside each other; where they differ one says whose value stays. The one with more history stays unless told otherwise. */
export function TwinCompare({ pair, mayMerge, merge, onMerged }: Props) {
  const { locale } = useSurroundings()
  const say = cleaningTexts[locale]
  const sides = [pair.first, pair.second]
  const [survivorId, setSurvivorId] = useState(weight(pair.second) > weight(pair.first) ? pair.second.id : pair.first.id)
  const [taken, setTaken] = useState<ReadonlyMap<MergeField, string>>(new Map())
  const [asking, setAsking] = useState(false)
  const titleOf = (field: MergeField) => (field === 'name' && pair.noun === 'person' ? say.personName : say.field[field])
  const stays = sides.find((side) => side.id === survivorId) ?? pair.first
  const goes = stays === pair.first ? pair.second : pair.first
  const valueOf = (side: TwinSide, field: MergeField) => side.fields.find((one) => one.field === field)?.value ?? null
  const shown = (field: MergeField, value: string | null) => {
    if (isEmpty(value)) return say.empty
    if (field === 'vip') return value === 'true' ? say.yes : say.no
    return field === 'kind' ? changeValues[locale].clientKind[value as string] ?? value as string : value as string
  }
  const rows = pair.first.fields.map(({ field }) => ({ field, values: sides.map((side) => ({ side, value: valueOf(side, field) })) })).filter(({ values }) => values.some(({ value }) => !isEmpty(value)))
  const chosenOf = (field: MergeField) => taken.get(field) ?? (isEmpty(valueOf(stays, field)) ? goes.id : stays.id)
  const fields = rows.filter(({ field }) => valueOf(stays, field) !== valueOf(goes, field) && chosenOf(field) === goes.id).map(({ field }) => field)
  const order = () => merge.mutate({ noun: pair.noun, survivorId: stays.id, mergedId: goes.id, fields, survivorEtag: stays.etag, mergedEtag: goes.etag }, {
    onSuccess: (done) => { setAsking(false); onMerged(done, fields.includes('name') ? goes.name : stays.name) }, onError: () => setAsking(false),
  })
  const lists = [[say.addresses, 'addresses'], [say.domains, 'domains'], [say.phones, 'phones']] as const
  const along = ({ persons, contacts, openTasks, lastContactAt }: TwinSide) =>
    [contacts > 0 && say.contacts(contacts), persons > 0 && say.persons(persons), openTasks > 0 && say.tasks(openTasks), lastContactAt && say.lastContact(nearDate(lastContactAt, { locale, now: new Date() }, false))].filter(Boolean).join(', ')
  return (
    <div className="jn-compare">
      <table className="jn-compare-table">
        <thead>
          <tr>
            <td />
            {sides.map((side) => (
              <th key={side.id} scope="col" data-stays={side === stays || undefined}>
                {mayMerge
                  ? <label className="jn-choice"><input type="radio" name={`stays-${pair.id}`} aria-label={say.staysChoice(side.name)} checked={side === stays} onChange={() => { setSurvivorId(side.id); setTaken(new Map()) }} /><span>{side === stays ? say.stays : say.goes}</span></label>
                  : <span className="jn-breakable">{side.name}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, values }) => {
            const differ = values[0]?.value !== values[1]?.value
            return (
              <tr key={field} data-differ={differ || undefined}>
                <th scope="row">{titleOf(field)}</th>
                {values.map(({ side, value }) => (
                  <td key={side.id} data-chosen={(differ && chosenOf(field) === side.id) || undefined}>
                    {differ && mayMerge
                      ? <label className="jn-choice"><input type="radio" name={`${field}-${pair.id}`} aria-label={say.take(titleOf(field), shown(field, value))} checked={chosenOf(field) === side.id} disabled={isEmpty(value)} onChange={() => setTaken(new Map(taken).set(field, side.id))} /><span className={isEmpty(value) ? 'jn-quiet' : undefined}>{shown(field, value)}</span></label>
                      : <span className={isEmpty(value) ? 'jn-quiet' : undefined}>{shown(field, value)}</span>}
                  </td>
                ))}
              </tr>
            )
          })}
          {lists.filter(([, name]) => sides.some((side) => side[name].length > 0)).map(([title, name]) => (
            <tr key={name}><th scope="row">{title}<small className="jn-quiet">{say.kept}</small></th>{sides.map((side) => <td key={side.id}>{side[name].join(', ') || <span className="jn-quiet">{say.empty}</span>}</td>)}</tr>
          ))}
          <tr><th scope="row">{say.facts}</th>{sides.map((side) => <td key={side.id}>{along(side) || <span className="jn-quiet">{say.empty}</span>}</td>)}</tr>
          <tr><th scope="row">{say.created}</th>{sides.map((side) => <td key={side.id}>{nearDate(side.createdAt, { locale, now: new Date() }, false)}</td>)}</tr>
        </tbody>
      </table>
      {merge.error && <ProblemNotice error={merge.error} />}
      {mayMerge ? <Button className="jn-start" appearance="primary" onClick={() => setAsking(true)}>{say.merge}</Button> : <p className="jn-quiet">{say.askLead}</p>}
      {asking && <MergeDialog goes={goes.name} stays={stays.name} busy={merge.isPending} onClose={() => setAsking(false)} onMerge={order} />}
    </div>
  )
}
