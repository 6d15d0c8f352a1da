import type { Locale } from '@counterpane/shared/domain/codes'
import { createHttpClient, NoConnectionError, ProblemError } from '@counterpane/shared/contract/http-client'
import { routes } from '@counterpane/shared/contract/routes'
import { QueryCache, QueryClient, MutationCache } from '@tanstack/react-query'

const isSignedOut = (error: unknown) => error instanceof ProblemError && error.problem.status === 401

/** The journal's way to the server: the session is the cookie's, nothing secret is known to this code. */
export function createJournalApi(initial: Locale) {
  let locale = initial
  const call = createHttpClient({ routes, locale: () => locale })
  const onError = (error: unknown) => { if (isSignedOut(error)) queries.setQueryData(['me'], null) }
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        networkMode: 'always', staleTime: 15_000, refetchOnReconnect: 'always',
        // A problem that the server has named will not go away by asking again; a lost connection may.
        retry: (count, error) => error instanceof NoConnectionError && navigator.onLine && count < 1, retryDelay: 400,
      },
      mutations: { networkMode: 'always' },
    },
  })
  return { call, queries, setLocale: (next: Locale) => { locale = next } }
}
export type JournalApi = ReturnType<typeof createJournalApi>
