import { isGroup, operatorsOf, ruleBounds, ruleFields, type RuleCondition, type RuleField, type RuleGroup } from '@counterpane/shared/domain/rule-fields'
import { segmentsTexts } from '@counterpane/shared/text/segments-journal'
import { Button, Field, Select } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons/svg/add'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useSurroundings } from '../api/journal-context'
import { ConditionValue } from './condition-value'
import { freshCondition, isComplete, withOperator } from './rule-draft'
import type { RuleNames } from './use-rule-names'

/** `asked`: somebody wanted to save it, so what is lacking is said. */
interface GroupProps { group: RuleGroup; depth?: number; names: RuleNames; asked: boolean; onChange: (group: RuleGroup) => void; onRemove?: () => void }
const fieldKeys = Object.keys(ruleFields) as (keyof typeof ruleFields)[]

/** All or any of conditions, with groups inside: at most three levels. */
export function RuleEditor({ group, depth = 1, names, asked, onChange, onRemove }: GroupProps) {
  const { locale } = useSurroundings()
  const text = segmentsTexts[locale]
  const put = (index: number, one: RuleCondition | RuleGroup | null) => onChange({ ...group, conditions: group.conditions.flatMap((other, at) => (at === index ? one ?? [] : other)) })
  const add = (one: RuleCondition | RuleGroup) => onChange({ ...group, conditions: [...group.conditions, one] })
  return (
    <div className="jn-seg-rule" role="group" aria-label={text.group} data-depth={depth}>
      <div className="jn-seg-rule-head">
        <Field label={text.match.label}>
          <Select value={group.match} onChange={(_, { value }) => onChange({ ...group, match: value === 'any' ? 'any' : 'all' })}>
            <option value="all">{text.match.all}</option>
            <option value="any">{text.match.any}</option>
          </Select>
        </Field>
        {onRemove && <Button appearance="subtle" icon={<Dismiss16Regular />} aria-label={text.removeGroup} title={text.removeGroup} onClick={onRemove} />}
      </div>
      {group.conditions.map((one, index) => (
        // A condition is known by its place: all of it may be rewritten.
        isGroup(one) ? <RuleEditor key={index} group={one} depth={depth + 1} names={names} asked={asked} onChange={(next) => put(index, next)} onRemove={() => put(index, null)} />
          : <ConditionLine key={index} condition={one} names={names} asked={asked} onChange={(next) => put(index, next)} onRemove={() => put(index, null)} />
      ))}
      <div className="jn-buttons">
        <Button size="small" icon={<Add16Regular />} onClick={() => add(freshCondition({ field: 'class' }, 'word'))}>{text.addCondition}</Button>
        {depth < ruleBounds.depth && <Button size="small" appearance="subtle" icon={<Add16Regular />} onClick={() => add({ match: group.match === 'all' ? 'any' : 'all', conditions: [] })}>{text.addGroup}</Button>}
      </div>
    </div>
  )
}

interface LineProps { condition: RuleCondition; names: RuleNames; asked: boolean; onChange: (condition: RuleCondition) => void; onRemove: () => void }
function ConditionLine({ condition, names, asked, onChange, onRemove }: LineProps) {
  const { locale } = useSurroundings()
  const text = segmentsTexts[locale]
  const kind = names.kindOf(condition)
  const chosen = condition.field === 'attribute' ? `attribute ${condition.key}` : condition.field
  const choose = (value: string) => {
    const base = value.startsWith('attribute ') ? { field: 'attribute' as const, key: value.slice('attribute '.length) } : { field: value as RuleField }
    onChange(freshCondition(base, names.kindOf(base)))
  }
  return (
    <div className="jn-seg-rule-line" role="group" aria-label={`${text.condition}: ${names.nameOf(condition)}`}>
      <Field label={text.field}>
        <Select value={chosen} onChange={(_, { value }) => choose(value)}>
          {fieldKeys.map((field) => <option key={field} value={field}>{text.fields[field]}</option>)}
          {names.attributes.length > 0 && <optgroup label={text.fields.attribute}>{names.attributes.map(({ id, name }) => <option key={id} value={`attribute ${id}`}>{name}</option>)}</optgroup>}
        </Select>
      </Field>
      <Field label={text.operator}>
        <Select value={condition.operator} onChange={(_, { value }) => onChange(withOperator(condition, operatorsOf[kind].find((one) => one === value) ?? condition.operator, kind))}>
          {operatorsOf[kind].map((operator) => <option key={operator} value={operator}>{text.operators[operator]}</option>)}
        </Select>
      </Field>
      <div className="jn-seg-rule-value"><ConditionValue condition={condition} names={names} problem={asked && !isComplete(condition) ? text.needValue : undefined} onChange={(part) => onChange({ ...condition, ...part })} /></div>
      <Button className="jn-seg-rule-remove" appearance="subtle" icon={<Dismiss16Regular />} aria-label={text.removeCondition(names.nameOf(condition))} title={text.removeCondition(names.nameOf(condition))} onClick={onRemove} />
    </div>
  )
}
