import { NoConnectionError } from '@counterpane/shared/contract/http-client'
import { ProblemNotice } from './problem-notice'

/** A chunk that does not load is a lost connection or a newer version on the server: loading the page again helps with both. */
export function LoadFailure({ error }: { error: unknown }) {
  const lost = error instanceof Error && error.name === 'ChunkLoadError' ? new NoConnectionError('chunk', { cause: error }) : error
  return <ProblemNotice error={lost} onRetry={() => window.location.reload()} />
}
