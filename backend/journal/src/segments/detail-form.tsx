import type { AttributeDefinition } from '@counterpane/shared/contract/attribute'
import { ProblemError } from '@counterpane/shared/contract/http-client'
import { segmentsTexts } from '@counterpane/shared/text/segments-journal'
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import type { FormEvent, ReactNode } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import { AttributeInput, type AttributeValue } from './attribute-input'

export type AttributeValues = Record<string, AttributeValue>
interface Props {
  definitions: readonly AttributeDefinition[]; values: AttributeValues; onValues: (values: AttributeValues) => void; busy: boolean; error: unknown
  /** Somebody else was faster: what they changed, by name; null as long as nobody was. */
  theirs: readonly (readonly [string, string])[] | null
  onSubmit: () => void; onOver: () => void; onTheirs: () => void; onCancel: () => void; children: ReactNode
}

/** The frame of a form with defined details: what the server refuses is said at its field; what somebody else saved meanwhile is no loss of either. */
export function DetailForm({ definitions, values, onValues, busy, error, theirs, onSubmit, onOver, onTheirs, onCancel, children }: Props) {
  const { locale } = useSurroundings()
  const text = segmentsTexts[locale]
  const problem = error instanceof ProblemError ? error.problem : null
  const isStale = problem?.code === 'stale' && theirs !== null
  const saidOf = (key: string) => problem?.errors?.find(({ path }) => path === `attributes.${key}`)?.message
  const submit = (event: FormEvent) => { event.preventDefault(); if (!busy) onSubmit() }
  return (
    <form onSubmit={submit} noValidate>
      {children}
      {definitions.filter((one) => one.active || Object.hasOwn(values, one.key)).map((one) => (
        <AttributeInput key={one.key} defined={one} value={values[one.key] ?? null} problem={saidOf(one.key)} onChange={(value) => onValues({ ...values, [one.key]: value })} />
      ))}
      {isStale && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{text.stale}{theirs.map(([name, value]) => <span key={name} className="jn-theirs">{name}: <strong className="jn-breakable">{value || text.details.unset}</strong></span>)}</MessageBarBody>
          <MessageBarActions><Button size="small" onClick={onOver}>{text.keepMine}</Button><Button size="small" onClick={onTheirs}>{text.takeTheirs}</Button></MessageBarActions>
        </MessageBar>
      )}
      {!isStale && error !== null && error !== undefined && <ProblemNotice error={error} />}
      <div className="jn-buttons">
        <Button type="submit" appearance="primary" disabledFocusable={busy}>{text.save}</Button>
        <Button onClick={onCancel}>{text.cancel}</Button>
      </div>
    </form>
  )
}
