import { Button, Text } from '@fluentui/react-components'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy } from 'react'
import { useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { LazyPart } from '../parts/lazy-part'
import { ProblemNotice } from '../parts/problem-notice'
import { forgetAnswers } from './forget-person'
import { LanguageSwitch } from './language-switch'

const SignInDoors = lazy(() => import('./sign-in-doors').then(({ SignInDoors: doors }) => ({ default: doors })))

/** The door: of the demo, where one chooses who to be, or of a house whose people sign in at their providers. */
export function JournalSignIn() {
  const { call, text, setLocale } = useSurroundings()
  const ways = useQuery({ queryKey: ['sign-in-ways'], queryFn: ({ signal }) => call('signInWays', { signal }) })
  return (
    <main className="jn-lonely">
      <div className="jn-lonely-top"><Text weight="semibold">{text.appName}</Text><LanguageSwitch onChange={setLocale} /></div>
      <h1>{text.signIn.title}</h1>
      {ways.isPending && <DelayedSkeleton lines={6} />}
      {ways.error && <ProblemNotice error={ways.error} onRetry={() => void ways.refetch()} />}
      {ways.data?.demo && <DemoTeam />}
      {ways.data && !ways.data.demo && <LazyPart lines={3}><SignInDoors {...ways.data} /></LazyPart>}
    </main>
  )
}

function DemoTeam() {
  const { call, text } = useSurroundings()
  const queries = useQueryClient()
  const demo = useQuery({ queryKey: ['demo-managers'], staleTime: 600_000, queryFn: ({ signal }) => call('demoManagers', { signal }) })
  const signIn = useMutation({
    mutationFn: (email: string) => call('signIn', { body: { email } }),
    onSuccess: ({ manager }) => {
      forgetAnswers(queries)
      queries.setQueryData(['me'], manager)
    },
  })
  if (demo.isPending) return <DelayedSkeleton lines={6} />
  if (demo.error) return <ProblemNotice error={demo.error} onRetry={() => void demo.refetch()} />
  return (
    <>
      {signIn.error && <ProblemNotice error={signIn.error} />}
      <p>{text.signIn.demo}</p>
      <ul className="jn-people">
        {demo.data.items.map(({ id, name, email, role }) => (
          <li key={id}>
            <Button className="jn-person" aria-label={text.signIn.as(name)} disabled={signIn.isPending} onClick={() => signIn.mutate(email)}>
              <span className="jn-clip">{name}</span><small className="jn-clip">{text.account.role[role]}</small>
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
