import type { Session, SessionFacts } from './pane-session'

/** A session whose code is loaded when somebody is to be signed in. What failed to load is loaded anew next time. */
export function createLateSession(load: () => Promise<Session>, before: SessionFacts): Session {
  let session: Session | null = null
  let coming: Promise<Session> | null = null
  const come = () => (coming ??= load().then((loaded) => (session = loaded), (error: unknown) => {
    coming = null
    throw error
  }))
  return {
    token: () => session?.token() ?? null,
    manager: () => session?.manager() ?? null,
    signIn: async (options) => (session ?? await come()).signIn(options),
    signOut: async () => (session ?? await come()).signOut(),
    facts: () => session?.facts() ?? before,
  }
}
