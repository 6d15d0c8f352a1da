import type { MarkTone } from '@counterpane/shared/contract/journal'
import { viewTexts } from '@counterpane/shared/text/views-journal'
import { Button, Field, Input, Select } from '@fluentui/react-components'
import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUp20Regular } from '@fluentui/react-icons/svg/arrow-up'
import { Delete20Regular } from '@fluentui/react-icons/svg/delete'
import { useSurroundings } from '../api/journal-context'
import { ManyPicker, inList } from '../filters/many-picker'
import { markColumns, tones } from './kept-marks'
import { isFact, isWhole, withColumn, type DraftRule } from './mark-draft'
import type { MarkColumn } from './mark-of'
import type { MarkOption } from './mark-options'

interface Props {
  rule: DraftRule; index: number; count: number; options: readonly MarkOption[]; asked: boolean
  onChange: (rule: DraftRule) => void; onMove: (by: 1 | -1) => void; onRemove: () => void
}

/** One rule: which column, which of its values, and how the row then looks. */
export function MarkRuleFields({ rule, index, count, options, asked, onChange, onMove, onRemove }: Props) {
  const { locale } = useSurroundings()
  const text = viewTexts[locale].marks
  const number = index + 1
  const named = options.map(({ value, name }) => ({ id: value, name }))
  const missing = asked && !isWhole(rule)
  return (
    <fieldset className="jn-rule">
      <legend><span className="jn-rule-name" data-tone={rule.tone}>{rule.label.trim() || text.rule(number)}</span></legend>
      <Field label={text.column}>
        <Select value={rule.column} onChange={(_, { value }) => onChange(withColumn(rule, value as MarkColumn))}>
          {markColumns.map((column) => <option key={column} value={column}>{text.columns[column]}</option>)}
        </Select>
      </Field>
      {rule.column === 'minutes' && (
        <Field label={text.least} validationMessage={missing ? text.needMinutes : undefined}><Input inputMode="numeric" maxLength={6} value={rule.values[0] ?? ''} onChange={(_, { value }) => onChange({ ...rule, values: value.trim() ? [value.trim()] : [] })} /></Field>
      )}
      {rule.column !== 'minutes' && !isFact(rule.column) && (
        <div>
          <ManyPicker
            label={text.values} chosen={rule.values.map((value) => named.find(({ id }) => id === value) ?? { id: value, name: value })} onChange={(values) => onChange({ ...rule, values })} find={inList(named)}
          />
          {missing && <p role="alert" className="jn-warning">{text.needValues}</p>}
        </div>
      )}
      <Field label={text.tone}>
        <Select value={rule.tone} onChange={(_, { value }) => onChange({ ...rule, tone: value as MarkTone })}>
          {tones.map((tone) => <option key={tone} value={tone}>{text.tones[tone]}</option>)}
        </Select>
      </Field>
      <Field label={text.label} hint={text.labelHint}><Input value={rule.label} maxLength={60} onChange={(_, { value }) => onChange({ ...rule, label: value })} /></Field>
      <span className="jn-rule-buttons">
        <Button size="small" appearance="subtle" icon={<ArrowUp20Regular />} disabled={index === 0} aria-label={text.up(number)} title={text.up(number)} onClick={() => onMove(-1)} />
        <Button size="small" appearance="subtle" icon={<ArrowDown20Regular />} disabled={number === count} aria-label={text.down(number)} title={text.down(number)} onClick={() => onMove(1)} />
        <Button size="small" appearance="subtle" icon={<Delete20Regular />} aria-label={text.remove(number)} title={text.remove(number)} onClick={onRemove} />
      </span>
    </fieldset>
  )
}
