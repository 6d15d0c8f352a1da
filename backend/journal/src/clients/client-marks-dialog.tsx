import { clientListTexts } from '@counterpane/shared/text/client-list-journal'
import { viewTexts } from '@counterpane/shared/text/views-journal'
import type { MarkTone } from '@counterpane/shared/contract/journal'
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input, Select } from '@fluentui/react-components'
import { Delete20Regular } from '@fluentui/react-icons/svg/delete'
import { useSurroundings } from '../api/journal-context'
import { tones } from '../marks/kept-marks'
import { clientMarkKinds, type ClientMark, type ClientMarkKind } from './client-marks'

interface Props { marks: readonly ClientMark[]; onChange: (marks: readonly ClientMark[]) => void; onClose: () => void }

/** The rules by which clients are marked; the list behind follows at once. */
export function ClientMarksDialog({ marks, onChange, onClose }: Props) {
  const { locale } = useSurroundings()
  const say = clientListTexts[locale].marks
  const names = viewTexts[locale].marks.tones
  const put = (index: number, part: Partial<ClientMark>) => onChange(marks.map((one, at) => (at === index ? { ...one, ...part } : one)))
  return (
    <Dialog open onOpenChange={(_, { open }) => { if (!open) onClose() }}>
      <DialogSurface className="jn-dialog jn-client-marks">
        <DialogBody>
          <DialogTitle>{say.title}</DialogTitle>
          <DialogContent className="jn-dialog-content">
            <p className="jn-quiet">{say.advice}</p>
            {marks.map((mark, index) => (
              <div key={index} className="jn-client-rule">
                <Field className="jn-rule-what" label={say.what}><Select value={mark.kind} onChange={(_, { value }) => put(index, { kind: value as ClientMarkKind, value: value === 'silent' ? '30' : value === 'class' ? 'A' : '' })}>{clientMarkKinds.map((kind) => <option key={kind} value={kind}>{say[kind]}</option>)}</Select></Field>
                {(mark.kind === 'silent' || mark.kind === 'class') && <Field className="jn-rule-value" label={say.value}><Input value={mark.value} inputMode={mark.kind === 'silent' ? 'numeric' : undefined} maxLength={20} onChange={(_, { value }) => put(index, { value: value.trim() })} /></Field>}
                <Field className="jn-rule-tone" label={say.tone}><Select value={mark.tone} onChange={(_, { value }) => put(index, { tone: value as MarkTone })}>{tones.map((tone) => <option key={tone} value={tone}>{names[tone]}</option>)}</Select></Field>
                <Field className="jn-rule-words" label={say.words}><Input value={mark.label} maxLength={60} onChange={(_, { value }) => put(index, { label: value })} /></Field>
                <Button className="jn-rule-remove" appearance="subtle" icon={<Delete20Regular />} aria-label={say.remove(index + 1)} title={say.remove(index + 1)} onClick={() => onChange(marks.filter((_, at) => at !== index))} />
              </div>
            ))}
            <Button disabled={marks.length >= 20} onClick={() => onChange([...marks, { kind: 'vip', value: '', tone: 'purple', label: '' }])}>{say.add}</Button>
          </DialogContent>
          <DialogActions><Button appearance="primary" onClick={onClose}>{say.done}</Button></DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
