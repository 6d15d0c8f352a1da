import type { SightPolicy } from '@counterpane/shared/contract/attachments'
import { sightLevels } from '@counterpane/shared/domain/codes'
import { sightTexts } from '@counterpane/shared/text/sight-journal'
import { Button, Field, Select } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { useState } from 'react'
import { useDictionaries } from '../api/journal-queries'
import { useSurroundings } from '../api/journal-context'
import { useAllManagers } from './administration-queries'
import { asLevel } from './sight-rules'

/** Also of a firm that is no longer offered, as long as somebody works for it. */
export function useFirmName(): (firmId: string) => string {
  const { locale } = useSurroundings()
  const { data } = useDictionaries()
  const { data: managers } = useAllManagers()
  return (firmId) => [...(data?.firms ?? []), ...(managers ?? []).flatMap(({ firms }) => firms)].find(({ id }) => id === firmId)?.name ?? sightTexts[locale].gone
}

/** Rules of their own for some firms. */
export function SightFirms({ rules, onChange }: { rules: SightPolicy; onChange: (rules: SightPolicy) => void }) {
  const { locale } = useSurroundings()
  const text = sightTexts[locale]
  const nameOf = useFirmName()
  const { data } = useDictionaries()
  const [wanted, want] = useState('')
  const put = (firms: SightPolicy['firms']) => onChange({ ...rules, firms })
  const left = (data?.firms ?? []).filter(({ id }) => !rules.firms.some(({ firmId }) => firmId === id))
  return (
    <section className="jn-admin-words jn-sight" aria-label={text.firms}>
      <div><h3>{text.firms}</h3><p className="jn-quiet">{text.firmsAbout}</p></div>
      {rules.firms.length === 0 && <p className="jn-quiet">{text.noFirms}</p>}
      {rules.firms.length > 0 && (
        <ul className="jn-admin-list jn-sight-firms">
          {rules.firms.map(({ firmId, level }) => (
            <li key={firmId}>
              <span>{nameOf(firmId)}</span>
              <Select value={level} aria-label={text.levelOf(nameOf(firmId))} onChange={(_, { value }) => put(rules.firms.map((one) => (one.firmId === firmId ? { firmId, level: asLevel(value) } : one)))}>
                {sightLevels.map((one) => <option key={one} value={one}>{text.level[one]}</option>)}
              </Select>
              <Button appearance="subtle" icon={<DismissRegular />} aria-label={text.remove(nameOf(firmId))} title={text.remove(nameOf(firmId))} onClick={() => put(rules.firms.filter((one) => one.firmId !== firmId))} />
            </li>
          ))}
        </ul>
      )}
      {left.length > 0 && (
        <div className="jn-admin-add">
          <Field label={text.firm}>
            <Select value={wanted} onChange={(_, { value }) => want(value)}><option value="">{text.choose}</option>{left.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</Select>
          </Field>
          <Button disabled={!left.some(({ id }) => id === wanted)} onClick={() => { put([...rules.firms, { firmId: wanted, level: rules.everywhere === 'own' ? 'team' : 'own' }]); want('') }}>{text.add}</Button>
        </div>
      )}
    </section>
  )
}
