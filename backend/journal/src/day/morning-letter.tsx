import { dayTexts } from '@counterpane/shared/text/day-journal'
import { Button, Checkbox, Field, Select } from '@fluentui/react-components'
import { lazy, useState } from 'react'
import { useSettings } from '../api/calendar-queries'
import { useDigestChoice } from '../api/day-queries'
import { useMe, useSurroundings } from '../api/journal-context'
import { LazyPart } from '../parts/lazy-part'
import { ProblemNotice } from '../parts/problem-notice'

const LetterPreview = lazy(() => import('./letter-preview').then(({ LetterPreview: preview }) => ({ default: preview })))
const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** Whether one wants a letter about the day, and for leads one about the team. */
export function MorningLetter() {
  const { locale } = useSurroundings()
  const text = dayTexts[locale].letter
  const { role, preferences: { digest } } = useMe()
  const settings = useSettings()
  const { choose, allow } = useDigestChoice()
  const [shown, show] = useState<'mine' | 'team' | null>(null)
  const digests = settings.data?.digests
  const leads = role !== 'manager'
  return (
    <section className="jn-day-section" aria-labelledby="morning-letter">
      <div className="jn-day-head"><h2 id="morning-letter">{text.title}</h2></div>
      <div className="jn-letter">
        <Checkbox checked={digest.mine} disabled={choose.isPending} label={text.mine} onChange={(_, { checked }) => choose.mutate({ ...digest, mine: checked === true })} />
        {leads && <Checkbox checked={digest.team} disabled={choose.isPending} label={text.team} onChange={(_, { checked }) => choose.mutate({ ...digest, team: checked === true })} />}
        {(digest.mine || digest.team) && (
          <Field label={text.at} orientation="horizontal" className="jn-letter-hour">
            <Select value={String(digest.at)} disabled={choose.isPending} onChange={(_, { value }) => choose.mutate({ ...digest, at: Number(value) })}>
              {hours.map((hour) => <option key={hour} value={hour}>{`${String(hour).padStart(2, '0')}:00`}</option>)}
            </Select>
          </Field>
        )}
        <p className="jn-quiet">{text.advice} {digests && !digests.available ? text.noServer : digests && !digests.send ? text.off : ''}</p>
        {role === 'administrator' && digests?.available && <Checkbox checked={digests.send} disabled={allow.isPending} label={text.allow} onChange={(_, { checked }) => allow.mutate(checked === true)} />}
        <div className="jn-buttons">
          <Button size="small" onClick={() => show('mine')}>{`${text.preview}: ${text.mine}`}</Button>
          {leads && <Button size="small" onClick={() => show('team')}>{`${text.preview}: ${text.team}`}</Button>}
        </div>
        {(choose.error ?? allow.error) && <ProblemNotice error={choose.error ?? allow.error} />}
      </div>
      {shown && <LazyPart lines={0}><LetterPreview kind={shown} canSend={Boolean(digests?.available && digests.send)} onClose={() => show(null)} /></LazyPart>}
    </section>
  )
}
