import type { AttributeDefinition, AttributeNoun, AttributeType } from '@counterpane/shared/contract/attribute'
import { segmentsTexts } from '@counterpane/shared/text/segments-journal'
import { Button, Checkbox, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input, Textarea } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { CodeSelect } from '../forms/reference-select'
import { ProblemNotice } from '../parts/problem-notice'
import { useFocusReturn } from '../parts/use-focus-return'
import { useAttributeChanges } from './attribute-changes'
import { NumberInput } from './condition-value'

const nouns: readonly AttributeNoun[] = ['counterparty', 'person', 'contact']
const types: readonly AttributeType[] = ['text', 'number', 'date', 'choice', 'flag', 'link']

/** A detail that is being defined (`definition` null) or changed; of whom it is and its type stay as they were made. */
export function AttributeDialog({ definition, onClose }: { definition: AttributeDefinition | null; onClose: () => void }) {
  const { locale } = useSurroundings()
  const { attributes: text, needName, save, cancel } = segmentsTexts[locale]
  const { create, patch } = useAttributeChanges()
  useFocusReturn()
  const [draft, setDraft] = useState({ noun: definition?.noun ?? 'counterparty' as AttributeNoun, type: definition?.type ?? 'text' as AttributeType, name: definition?.name ?? '', nameRu: definition?.nameRu ?? '', options: (definition?.options ?? []).join('\n'), checks: definition?.checks ?? {}, active: definition?.active ?? true })
  const [asked, ask] = useState(false)
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const check = (part: Partial<AttributeDefinition['checks']>) => set({ checks: { ...draft.checks, ...part } })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask(true)
    if (draft.name.trim() === '' || create.isPending || patch.isPending) return
    const { min, max, maxLength, pattern, required } = draft.checks
    const checks = { ...(required && { required }), ...(draft.type === 'number' && { min, max }), ...(draft.type === 'text' && { maxLength, pattern: pattern || undefined }) }
    const body = { name: draft.name.trim(), nameRu: draft.nameRu.trim() || null, checks, options: draft.type === 'choice' ? [...new Set(draft.options.split('\n').map((line) => line.trim()).filter(Boolean))] : [] }
    if (definition) patch.mutate({ definition, body: { ...body, active: draft.active } }, { onSuccess: onClose })
    else create.mutate({ ...body, noun: draft.noun, type: draft.type }, { onSuccess: onClose })
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => { if (!open) onClose() }}>
      <DialogSurface className="jn-dialog jn-dialog-small">
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>{definition ? text.edit(definition.name) : text.add}</DialogTitle>
            <DialogContent className="jn-dialog-content">
              {!definition && <CodeSelect label={text.noun} value={draft.noun} codes={nouns} names={text.nouns} onChange={(noun) => set({ noun })} />}
              {!definition && <CodeSelect label={text.type} value={draft.type} codes={types} names={text.types} onChange={(type) => set({ type })} />}
              <Field label={text.name} required validationMessage={asked && draft.name.trim() === '' ? needName : undefined}><Input autoFocus maxLength={200} value={draft.name} onChange={(_, { value }) => set({ name: value })} /></Field>
              <Field label={text.nameRu}><Input maxLength={200} value={draft.nameRu} onChange={(_, { value }) => set({ nameRu: value })} /></Field>
              {draft.type === 'choice' && <Field label={text.options} hint={text.optionsHint}><Textarea resize="vertical" rows={5} value={draft.options} onChange={(_, { value }) => set({ options: value })} /></Field>}
              {draft.type === 'number' && <Field label={text.min}><NumberInput value={draft.checks.min} onChange={(min) => check({ min: min ?? undefined })} /></Field>}
              {draft.type === 'number' && <Field label={text.max}><NumberInput value={draft.checks.max} onChange={(max) => check({ max: max ?? undefined })} /></Field>}
              {draft.type === 'text' && <Field label={text.maxLength}><NumberInput least={1} value={draft.checks.maxLength} onChange={(maxLength) => check({ maxLength: maxLength ?? undefined })} /></Field>}
              {draft.type === 'text' && <Field label={text.pattern} hint={text.patternHint}><Input maxLength={200} value={draft.checks.pattern ?? ''} onChange={(_, { value }) => check({ pattern: value })} /></Field>}
              <Checkbox label={text.required} checked={draft.checks.required ?? false} onChange={(_, { checked }) => check({ required: checked === true })} />
              {definition && <Checkbox label={text.active} checked={draft.active} onChange={(_, { checked }) => set({ active: checked === true })} />}
              {(create.error ?? patch.error) && <ProblemNotice error={create.error ?? patch.error} />}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{cancel}</Button>
              <Button type="submit" appearance="primary" disabledFocusable={create.isPending || patch.isPending}>{save}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
