import { cleaningTexts } from '@counterpane/shared/text/cleaning-journal'
import { Badge, Button } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import { useClientCleaning, useClientDomains } from './cleaning-queries'

/** Domains by which this client is known: declared ones, and what its people's addresses teach. */
export function KnownDomains({ counterpartyId }: { counterpartyId: string }) {
  const { locale } = useSurroundings()
  const say = cleaningTexts[locale]
  const { data } = useClientDomains(counterpartyId)
  const { judgeDomain: judge } = useClientCleaning(counterpartyId)
  if (!data || data.items.length === 0) return null
  return (
    <section className="jn-known-domains">
      <h3>{say.learned}</h3>
      <ul>
        {data.items.map(({ domain, standing, people, of }) => (
          <li key={domain}>
            <span className="jn-breakable">{domain}</span>
            <span className="jn-quiet jn-small">{say.ofPeople(people, of)}</span>
            {standing === 'learned' ? (
              <>
                <Button size="small" disabledFocusable={judge.isPending} aria-label={say.declareOf(domain)} onClick={() => judge.mutate({ domain, standing: 'declared' })}>{say.declare}</Button>
                <Button size="small" appearance="subtle" disabledFocusable={judge.isPending} aria-label={say.refuseOf(domain)} onClick={() => judge.mutate({ domain, standing: 'refused' })}>{say.refuse}</Button>
              </>
            ) : (
              <>
                <Badge appearance="tint" color={standing === 'declared' ? 'success' : 'informative'}>{standing === 'declared' ? say.declared : say.refused}</Badge>
                <Button size="small" appearance="subtle" disabledFocusable={judge.isPending} aria-label={say.askOf(domain)} onClick={() => judge.mutate({ domain, standing: 'learned' })}>{say.ask}</Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {judge.error && <ProblemNotice error={judge.error} />}
    </section>
  )
}
