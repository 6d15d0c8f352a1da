import { exactDate } from '@counterpane/shared/text/dates'
import { trailTexts } from '@counterpane/shared/text/trail-journal'
import type { Erased } from '@counterpane/shared/contract/trail'
import { Button, Field, Input } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import { AllowAgain } from './allow-again'
import { HeldList } from './held-list'
import { PersonFoundCard } from './person-found'
import { PersonalReports } from './personal-reports'
import { saveFile } from './save-file'
import { usePersonalData } from './trail-queries'
import '../styles/journal-trail.css'

/** What is held of one person: found, handed out, erased; with a report each time. */
export function PersonDataPart() {
  const { locale } = useSurroundings()
  const text = trailTexts[locale].person
  const [value, setValue] = useState('')
  const [erased, setErased] = useState<Erased | null>(null)
  const { find, allow, handOut, erase } = usePersonalData()
  const sought = value.trim()
  const look = (event: FormEvent) => {
    event.preventDefault()
    setErased(null)
    allow.reset()
    if (sought !== '' && !find.isPending) find.mutate(sought.includes('@') ? { address: sought } : { name: sought })
  }
  const answer = find.data
  const gone = (done: Erased) => { setErased(done); setValue(''); find.reset() }
  return (
    <div className="jn-trail-part">
      <div><h2>{text.title}</h2><p className="jn-quiet">{text.about}</p></div>
      <form className="jn-trail-form" onSubmit={look} role="search">
        <Field label={text.value}><Input value={value} autoComplete="off" onChange={(_, { value: next }) => setValue(next)} /></Field>
        <Button type="submit" appearance="primary" disabledFocusable={sought === '' || find.isPending}>{find.isPending ? text.finding : text.find}</Button>
      </form>
      {find.error && <ProblemNotice error={find.error} />}
      <div role="status">
        {erased && <div className="jn-person-found"><strong>{text.done}</strong><p>{text.doneAdvice} {text.backups}</p>{!erased.fileCleaned && <p className="jn-warning">{text.fileLater}</p>}<HeldList counts={erased.report.counts} /><Button className="jn-start" onClick={() => saveFile('erased.json', JSON.stringify(erased.report, null, 2))}>{text.download}</Button></div>}
        {answer?.suppressedAt && <p className="jn-warning">{text.erasedBefore(exactDate(answer.suppressedAt, { locale, now: new Date() }))}</p>}
        {answer?.suppressedAt && find.variables?.address && !allow.data && <AllowAgain address={find.variables.address} allow={allow} />}
        {allow.data && <p>{text.allowed}</p>}
        {answer?.items.length === 0 && Object.keys(answer.onlyAddress).length === 0 && <div className="jn-empty"><h3>{text.none}</h3><p>{text.noneAdvice}</p></div>}
        {answer && Object.keys(answer.onlyAddress).length > 0 && <div className="jn-person-found"><p>{text.onlyAddress}</p><HeldList counts={answer.onlyAddress} /><p className="jn-quiet">{text.onlyAdvice}</p></div>}
      </div>
      {answer?.items.map((person) => <PersonFoundCard key={person.personId} person={person} handOut={handOut} erase={erase} onErased={gone} />)}
      <PersonalReports />
    </div>
  )
}
