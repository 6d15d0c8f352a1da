import type { Locale, Role } from '@counterpane/shared/domain/codes'

/** Who asks: one of our managers, with a session. */
export interface Caller { id: string; name: string; role: Role; teamId: string | null; locale: Locale | null }

export interface Credentials { token: string; via: 'bearer' | 'cookie' }
/**
 * Gives null when the session is unknown, ended or its manager no longer active. A token of an identity provider that is not accepted fails with
 * its own AppError: the caller has to hear which token to bring instead.
 */
export type Authenticate = (credentials: Credentials) => Promise<Caller | null>
