import type { Contact } from '@counterpane/shared/contract/contact'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { words } from '@counterpane/shared/text/words'
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useContactChanges } from '../api/journal-changes'
import { useSurroundings } from '../api/journal-context'
import { firstNextStep, nextStepBody } from '../forms/next-step-fields'
import { quickDates } from '../forms/quick-dates'
import { ProblemNotice } from '../parts/problem-notice'
import type { Done } from './form-done'

/** After something took place: when will it go on? One click plans a call; other ways are a form away. */
export function NextOffer({ contact, onOther, onEnd }: { contact: Contact; onOther: () => void; onEnd: (done?: Done) => void }) {
  const { text, locale } = useSurroundings()
  const say = panelTexts[locale].next
  const { planNext } = useContactChanges(contact)
  const [first] = useState(() => firstNextStep(contact.subject))
  const quick = quickDates(new Date())
  const plan = (at: string) => planNext.mutate(nextStepBody({ ...first, at }), { onSuccess: () => onEnd({ said: text.next.done }) })
  return (
    <div className="jn-offer" role="group" aria-label={say.ask}>
      <p><strong>{say.ask}</strong> <span className="jn-quiet">{say.with(words[locale].method[first.method])}</span></p>
      <div className="jn-buttons">
        {(['workingDay', 'inThreeDays', 'nextWeek'] as const).map((key) => <Button key={key} size="small" disabled={planNext.isPending} onClick={() => plan(quick[key])}>{text.next[key]}</Button>)}
        <Button size="small" onClick={() => { onEnd(); onOther() }}>{say.other}</Button>
        <Button size="small" appearance="subtle" onClick={() => onEnd()}>{say.notNow}</Button>
      </div>
      {planNext.error && <ProblemNotice error={planNext.error} />}
    </div>
  )
}
