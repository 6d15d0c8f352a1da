import type { Erased, PersonFound } from '@counterpane/shared/contract/trail'
import { trailTexts } from '@counterpane/shared/text/trail-journal'
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import { EraseDialog } from './erase-dialog'
import { HeldList } from './held-list'
import { saveFile } from './save-file'
import type { usePersonalData } from './trail-queries'

type Deeds = Pick<ReturnType<typeof usePersonalData>, 'handOut' | 'erase'>

export function PersonFoundCard({ person, handOut, erase, onErased }: Deeds & { person: PersonFound; onErased: (done: Erased) => void }) {
  const { locale } = useSurroundings()
  const text = trailTexts[locale].person
  const [asking, ask] = useState(false)
  const save = () => handOut.mutate(person.personId, { onSuccess: (data) => saveFile('personal-data.json', JSON.stringify(data, null, 2)) })
  return (
    <section className="jn-person-found" aria-label={person.name}>
      <div><h3>{person.name}</h3><p className="jn-quiet">{[person.counterparty?.name, ...person.addresses].filter(Boolean).join(' · ')}</p></div>
      <HeldList counts={person.counts} />
      <div className="jn-buttons">
        <Button disabledFocusable={handOut.isPending} onClick={save}>{handOut.isPending && handOut.variables === person.personId ? text.exporting : text.export}</Button>
        <Button onClick={() => ask(true)}>{text.erase}</Button>
      </div>
      <small className="jn-quiet">{text.exportAdvice}</small>
      {handOut.error && handOut.variables === person.personId && <ProblemNotice error={handOut.error} onRetry={save} />}
      {asking && <EraseDialog person={person} erase={erase} onClose={() => ask(false)} onErased={onErased} />}
    </section>
  )
}
