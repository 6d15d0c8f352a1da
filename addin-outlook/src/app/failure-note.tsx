import type { SignInNoteProps } from '../session/sign-in-note'
import type { Failure } from './failure'
import { TroubleNote } from './note'
import { onDemand } from './on-demand'
import { usePane } from './pane-context'

export { Note } from './note'

const SignInNote = onDemand<SignInNoteProps>(() => import(/* webpackChunkName: "signing-in" */ '../session/sign-in-note').then((part) => part.SignInNote))

/** What went wrong, in the words that belong to it; where nobody is signed in, with the way to do that. */
export function FailureNote({ failure, onRetry }: { failure: Failure | null; onRetry?: () => void }) {
  const { reconnect } = usePane()
  if (!failure) return null
  if (failure.kind === 'signed-out' || failure.kind === 'not-invited') return <SignInNote failure={failure} onSignedIn={onRetry ?? (() => void reconnect())} />
  return <TroubleNote failure={failure} onRetry={onRetry} />
}
