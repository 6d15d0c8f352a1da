import type { Access } from './access-level'

/** How people sign in outside the demo, and the sessions that they have. */
export const signingInRoutes = {
  signInWays: 'GET /api/sign-in',
  beginSignIn: 'POST /api/sign-in',
  listSessions: 'GET /api/sessions',
  endSession: 'DELETE /api/sessions/{id}',
} as const

/** Who may ask; what of it depends on the thing itself is decided by the service. */
export const signingInAccess = {
  signInWays: 'open', beginSignIn: 'open', listSessions: 'manager', endSession: 'manager',
} as const satisfies Record<keyof typeof signingInRoutes, Access>
