import type { Segment } from '@counterpane/shared/contract/segments'
import { ProblemError } from '@counterpane/shared/contract/http-client'
import type { RuleGroup } from '@counterpane/shared/domain/rule-fields'
import { segmentsTexts } from '@counterpane/shared/text/segments-journal'
import { Button, Checkbox, Field, Input, Link, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useUnsaved } from '../panel/unsaved-guard'
import { ProblemNotice } from '../parts/problem-notice'
import { useFocusReturn } from '../parts/use-focus-return'
import { clientsPlace, go, placeHref } from '../view/hash-route'
import { blankRule, isWhole } from './rule-draft'
import { RuleEditor } from './rule-editor'
import { RulePreview } from './rule-preview'
import { SegmentRemoval } from './segment-removal'
import { useSegmentChanges } from './segment-queries'
import { useRuleNames } from './use-rule-names'

/** A segment that is being made (`segment` null) or changed. What was typed stays when somebody else was faster. */
export function SegmentForm({ segment, kind }: { segment: Segment | null; kind: 'hand' | 'rule' }) {
  const { locale } = useSurroundings()
  const text = segmentsTexts[locale]
  const names = useRuleNames(segment?.id)
  const { create, patch } = useSegmentChanges()
  useFocusReturn()
  const [name, setName] = useState(segment?.name ?? '')
  const [shared, share] = useState(segment?.shared ?? false)
  const [rule, setRule] = useState<RuleGroup>(segment?.rule ?? blankRule)
  const [seen, see] = useState(segment)
  const [asked, ask] = useState(false)
  const canChange = segment?.canChange ?? true
  const isSaved = name === (seen?.name ?? '') && shared === (seen?.shared ?? false) && JSON.stringify(rule) === JSON.stringify(seen?.rule ?? blankRule)
  useUnsaved(!isSaved && !create.isSuccess)
  const isStale = patch.error instanceof ProblemError && patch.error.problem.code === 'stale' && segment !== null && segment.etag !== seen?.etag
  const body = { name: name.trim(), shared, ...(kind === 'rule' && { rule }) }
  const save = (over: Segment | null) => {
    if (over) patch.mutate({ segment: over, body }, { onSuccess: see })
    else create.mutate(body, { onSuccess: ({ id }) => go({ page: 'segments', id, search: '' }) })
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    ask(true)
    const form = event.currentTarget
    // Where something is lacking one is led to the first of it.
    if (body.name === '' || !isWhole(rule)) setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), 0)
    else if (!create.isPending && !patch.isPending) save(seen)
  }
  const takeTheirs = () => { if (segment) { setName(segment.name); share(segment.shared); setRule(segment.rule ?? blankRule); see(segment); patch.reset() } }
  return (
    <form className="jn-segment-form" onSubmit={submit} noValidate>
      <fieldset disabled={!canChange}>
        <Field label={text.name} required validationMessage={asked && body.name === '' ? text.needName : undefined}><Input maxLength={120} value={name} onChange={(_, { value }) => setName(value)} /></Field>
        <Checkbox label={text.forAll} checked={shared} onChange={(_, { checked }) => share(checked === true)} />
        {kind === 'rule' && <RuleEditor group={rule} names={names} asked={asked} onChange={setRule} />}
      </fieldset>
      {isStale && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{text.stale} {text.theirs}: {segment.name}{JSON.stringify(segment.rule) !== JSON.stringify(seen?.rule ?? null) && ` ${text.theirRule}`}</MessageBarBody>
          <MessageBarActions><Button size="small" onClick={() => save(segment)}>{text.keepMine}</Button><Button size="small" onClick={takeTheirs}>{text.takeTheirs}</Button></MessageBarActions>
        </MessageBar>
      )}
      {!isStale && (create.error ?? patch.error) && <ProblemNotice error={create.error ?? patch.error} />}
      <div className="jn-buttons">
        {canChange ? <Button type="submit" appearance="primary" disabledFocusable={create.isPending || patch.isPending}>{text.save}</Button> : <span className="jn-quiet">{text.readOnly}</span>}
        {segment === null && <Button onClick={() => go({ page: 'segments', id: null, search: '' })}>{text.cancel}</Button>}
        {segment && canChange && <SegmentRemoval id={segment.id} />}
        {segment && <Link href={placeHref({ page: 'journal', search: `period=all&segmentId=${encodeURIComponent(segment.id)}`, contactId: null })}>{text.inJournal}</Link>}
        {segment && <Link href={placeHref(clientsPlace(`segmentId=${encodeURIComponent(segment.id)}`))}>{text.inClients}</Link>}
        <span role="status" className="jn-said">{patch.isSuccess && isSaved && text.saved}</span>
      </div>
      {kind === 'rule' && <RulePreview rule={rule} segmentId={segment?.id} />}
    </form>
  )
}
