import { administrationTexts } from '@counterpane/shared/text/administration-journal'
import { Button, Field, Input } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { useOwnDomainChanges, useOwnDomains } from './administration-queries'

/** Domains by which colleagues are known. */
export function OwnDomains() {
  const { locale } = useSurroundings()
  const text = administrationTexts[locale].domains
  const { data, error, isPending, refetch } = useOwnDomains()
  const { add, remove } = useOwnDomainChanges()
  const [domain, setDomain] = useState('')
  const [said, say] = useState<{ text: string; back?: string } | null>(null)
  const put = (name: string) => add.mutate(name, { onSuccess: (made) => { setDomain(''); say({ text: text.said(made.domain) }) } })
  const take = (name: string) => remove.mutate(name, { onSuccess: () => say({ text: text.gone(name), back: name }) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    say(null)
    if (domain.trim() && !add.isPending) put(domain.trim())
  }
  const failed = add.error ?? remove.error
  return (
    <section aria-label={text.title} className="jn-admin-words">
      <div><h2>{text.title}</h2><p className="jn-quiet">{text.about}</p></div>
      <form className="jn-admin-add" onSubmit={submit} noValidate>
        <Field label={text.domain}><Input value={domain} maxLength={300} placeholder="company.example" onChange={(_, { value }) => setDomain(value)} /></Field>
        <Button type="submit" appearance="primary" disabledFocusable={add.isPending || !domain.trim()}>{text.add}</Button>
      </form>
      <p role="status" className="jn-settled">{said && <><span>{said.text}</span> {said.back && <Button size="small" disabledFocusable={add.isPending} onClick={() => put(said.back ?? '')}>{text.takeBack}</Button>}</>}</p>
      {failed && <ProblemNotice error={failed} />}
      {isPending && <DelayedSkeleton lines={2} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className="jn-quiet">{text.empty}</p>}
      <ul className="jn-admin-list" aria-label={text.title}>
        {data?.map((one) => (
          <li key={one.domain} className="jn-admin-word">
            <span className="jn-breakable">{one.domain}</span><small className="jn-quiet">{text.managers(one.managers)}</small>
            <Button size="small" appearance="subtle" disabledFocusable={remove.isPending} onClick={() => take(one.domain)}>{text.remove(one.domain)}</Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
