import { ProblemError } from '@counterpane/shared/contract/http-client'
import { Button, Text } from '@fluentui/react-components'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { forgetAnswers } from './forget-person'
import { LanguageSwitch } from './language-switch'

/** The demo's door: who do you want to be. Without a demo the server says so (404). */
export function JournalSignIn() {
  const { call, text, setLocale } = useSurroundings()
  const queries = useQueryClient()
  const demo = useQuery({ queryKey: ['demo-managers'], staleTime: 600_000, queryFn: ({ signal }) => call('demoManagers', { signal }) })
  const signIn = useMutation({
    mutationFn: (email: string) => call('signIn', { body: { email } }),
    onSuccess: ({ manager }) => {
      forgetAnswers(queries)
      queries.setQueryData(['me'], manager)
    },
  })
  const notDemo = demo.error instanceof ProblemError && demo.error.problem.status === 404
  return (
    <main className="jn-lonely">
      <div className="jn-lonely-top"><Text weight="semibold">{text.appName}</Text><LanguageSwitch onChange={setLocale} /></div>
      <h1>{text.signIn.title}</h1>
      {demo.isPending && <DelayedSkeleton lines={6} />}
      {notDemo ? <p>{text.signIn.notDemo}</p> : demo.error && <ProblemNotice error={demo.error} onRetry={() => void demo.refetch()} />}
      {signIn.error && <ProblemNotice error={signIn.error} />}
      {demo.data && (
        <>
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
      )}
    </main>
  )
}
