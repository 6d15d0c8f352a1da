import type { RetentionRules } from '@counterpane/shared/contract/trail'
import { retentionLeast, retentionRules, type RetentionRule } from '@counterpane/shared/domain/trail-codes'
import { trailTexts } from '@counterpane/shared/text/trail-journal'
import { Button, Field, Input, Switch } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import type { useRetentionDeeds } from './trail-queries'

type Draft = Record<RetentionRule, { on: boolean; days: string }>
const usualDays = 1_095
interface Props { rules: RetentionRules; preview: ReturnType<typeof useRetentionDeeds>['preview']; saving: boolean; onChange: () => void; onSave: (rules: RetentionRules) => void }

const draftOf = (rules: RetentionRules) => Object.fromEntries(retentionRules.map((rule) => [rule, { on: rules[rule] !== null, days: String(rules[rule] ?? usualDays) }])) as Draft
const daysIn = ({ on, days }: Draft[RetentionRule], rule: RetentionRule) => (!on ? null : /^\d{1,5}$/.test(days.trim()) && Number(days) >= retentionLeast[rule] && Number(days) <= 36_500 ? Number(days) : 'bad')

export function RetentionForm({ rules, preview, saving, onChange, onSave }: Props) {
  const { locale } = useSurroundings()
  const text = trailTexts[locale].retention
  const [draft, setDraft] = useState(() => draftOf(rules))
  const wanted = Object.fromEntries(retentionRules.map((rule) => [rule, daysIn(draft[rule], rule)]))
  const bad = Object.values(wanted).includes('bad')
  const changed = bad || retentionRules.some((rule) => wanted[rule] !== rules[rule])
  const set = (rule: RetentionRule, part: Partial<Draft[RetentionRule]>) => { onChange(); preview.reset(); setDraft((old) => ({ ...old, [rule]: { ...old[rule], ...part } })) }
  const counts = preview.data
  const would = counts && retentionRules.reduce((sum, rule) => sum + counts[rule], 0)
  return (
    <form className="jn-trail-form" aria-label={text.title} noValidate onSubmit={(event) => { event.preventDefault(); if (!bad) preview.mutate(wanted as RetentionRules) }}>
      <div className="jn-keeping">
        {retentionRules.map((rule) => (
          <div key={rule}>
            <span>{text.rule[rule]}<small className="jn-quiet">{text.does[rule]}</small></span>
            <div className="jn-keeping-days">
              <Switch checked={!draft[rule].on} label={text.keep} aria-label={`${text.rule[rule]}: ${text.keep}`} onChange={(_, { checked }) => set(rule, { on: !checked })} />
              {draft[rule].on && (
                <Field validationMessage={daysIn(draft[rule], rule) === 'bad' ? text.least(retentionLeast[rule]) : undefined}>
                  <Input type="number" inputMode="numeric" value={draft[rule].days} aria-label={text.daysOf(text.rule[rule])} contentAfter={<small>{text.days}</small>} onChange={(_, { value }) => set(rule, { days: value })} />
                </Field>
              )}
              {counts && wanted[rule] !== null && <small>{text.would(counts[rule])}</small>}
            </div>
          </div>
        ))}
      </div>
      {preview.error && <ProblemNotice error={preview.error} />}
      <div className="jn-buttons">
        {/* What would go is shown before the rule is kept: a slip of the finger must not cost a year of the trail. */}
        {counts && changed && !bad ? <Button appearance="primary" disabledFocusable={saving} onClick={() => onSave(wanted as RetentionRules)}>{saving ? text.saving : would ? text.confirm(would) : text.save}</Button>
          : <Button type="submit" appearance={changed ? 'primary' : 'secondary'} disabledFocusable={bad || preview.isPending}>{text.preview}</Button>}
        {changed && <Button onClick={() => { preview.reset(); setDraft(draftOf(rules)) }}>{text.reset}</Button>}
        {changed && <span className="jn-quiet">{text.unsaved}</span>}
      </div>
      {counts && changed && would !== 0 && <p className="jn-warning">{text.confirmAdvice}</p>}
    </form>
  )
}
