import { viewTexts } from '@counterpane/shared/text/views-journal'
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons/svg/add'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { rulesAtMost } from './kept-marks'
import { draftOf, isWhole, moved, newDraft, ruleOf, type DraftRule } from './mark-draft'
import { useMarkOptions } from './mark-options'
import { MarkRuleFields } from './mark-rule-fields'
import type { Marks } from './use-marks'

/** The rules in their order; nothing on screen changes before they are saved. */
export function MarksDialog({ marks: { marks, setMarks }, onClose }: { marks: Marks; onClose: () => void }) {
  const { locale } = useSurroundings()
  const text = viewTexts[locale].marks
  const optionsOf = useMarkOptions()
  const [rules, setRules] = useState<readonly DraftRule[]>(() => marks.map(draftOf))
  const [asked, ask] = useState(false)
  const save = () => {
    ask(true)
    if (!rules.every(isWhole)) return
    setMarks(rules.map(ruleOf))
    onClose()
  }
  return (
    <Dialog open onOpenChange={(_, { open, type }) => { if (!open && type !== 'backdropClick') onClose() }}>
      <DialogSurface className="jn-dialog jn-wide-dialog">
        <DialogBody>
          <DialogTitle>{text.title}</DialogTitle>
          <DialogContent className="jn-dialog-content">
            <p className="jn-quiet">{rules.length === 0 ? `${text.none} ${text.advice}` : text.advice}</p>
            {rules.map((rule, index) => (
              <MarkRuleFields
                key={rule.key} rule={rule} index={index} count={rules.length} options={optionsOf(rule.column)} asked={asked}
                onChange={(next) => setRules(rules.map((one) => (one.key === next.key ? next : one)))} onMove={(by) => setRules(moved(rules, index, by))} onRemove={() => setRules(rules.filter(({ key }) => key !== rule.key))}
              />
            ))}
            <span>
              <Button icon={<Add20Regular />} disabled={rules.length >= rulesAtMost} onClick={() => setRules([...rules, newDraft(rules.length)])}>{text.add}</Button>
              {rules.length >= rulesAtMost && <span className="jn-quiet"> {text.atMost(rulesAtMost)}</span>}
            </span>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{text.discard}</Button>
            <Button appearance="primary" onClick={save}>{text.save}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
