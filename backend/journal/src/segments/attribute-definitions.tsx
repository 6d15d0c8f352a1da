import { type AttributeDefinition, type AttributeNoun } from '@counterpane/shared/contract/attribute'
import { segmentsTexts } from '@counterpane/shared/text/segments-journal'
import { Button } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons/svg/add'
import { ArrowDown16Regular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUp16Regular } from '@fluentui/react-icons/svg/arrow-up'
import { Delete16Regular } from '@fluentui/react-icons/svg/delete'
import { Edit16Regular } from '@fluentui/react-icons/svg/edit'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { keepFocus } from '../parts/use-focus-return'
import { AttributeDialog } from './attribute-dialog'
import { useAttributeChanges } from './attribute-changes'
import { attributeName } from './use-rule-names'
import '../styles/journal-segments.css'

const nouns: readonly AttributeNoun[] = ['counterparty', 'person', 'contact']

/** What an administrator defines beyond the fields that everybody has. */
export function AttributeDefinitions() {
  const { locale, call } = useSurroundings()
  const text = segmentsTexts[locale].attributes
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['attributes', 'counted'], queryFn: ({ signal }) => call('listAttributes', { query: { counted: true }, signal }) })
  const { patch, remove } = useAttributeChanges()
  const [open, setOpen] = useState<AttributeDefinition | 'new' | null>(null)
  return (
    <div className="jn-attributes">
      <div><h2>{text.title}</h2><p className="jn-quiet">{text.about}</p></div>
      <div><Button appearance="primary" icon={<Add20Regular />} onClick={() => setOpen('new')}>{text.add}</Button></div>
      {isPending && <DelayedSkeleton lines={6} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {(patch.error ?? remove.error) && open === null && <ProblemNotice error={patch.error ?? remove.error} />}
      {data && nouns.map((noun) => {
        const of = data.items.filter((one) => one.noun === noun)
        return (
          <section key={noun} aria-label={text.nouns[noun]}>
            <h3>{text.nouns[noun]}</h3>
            {of.length === 0 && <p className="jn-quiet">{text.empty}</p>}
            <ul>
              {of.map((one, index) => {
                const name = attributeName(one, locale) ?? one.key
                const move = (by: number) => patch.mutate({ definition: one, body: { position: index + by } }, { onSettled: keepFocus() })
                return (
                  <li key={one.id} data-off={one.active ? undefined : true}>
                    <span className="jn-breakable"><strong>{name}</strong> <span className="jn-quiet">{[text.types[one.type], !one.active && text.off, text.values(one.values ?? 0)].filter(Boolean).join(' · ')}</span></span>
                    <span className="jn-buttons">
                      <Button size="small" appearance="subtle" icon={<ArrowUp16Regular />} disabledFocusable={index === 0 || patch.isPending} aria-label={text.up(name)} title={text.up(name)} onClick={() => move(-1)} />
                      <Button size="small" appearance="subtle" icon={<ArrowDown16Regular />} disabledFocusable={index === of.length - 1 || patch.isPending} aria-label={text.down(name)} title={text.down(name)} onClick={() => move(1)} />
                      <Button size="small" appearance="subtle" icon={<Edit16Regular />} aria-label={text.edit(name)} title={text.edit(name)} onClick={() => setOpen(one)} />
                      <Button size="small" appearance="subtle" icon={<Delete16Regular />} disabledFocusable={(one.values ?? 0) > 0 || remove.isPending} aria-label={text.remove(name)} title={text.remove(name)} onClick={() => remove.mutate(one)} />
                    </span>
                  </li>
                )
              })}
            </ul>
          </section>
        )
      })}
      {open && <AttributeDialog definition={open === 'new' ? null : open} onClose={() => { setOpen(null); patch.reset() }} />}
    </div>
  )
}
