import { AppError } from '@counterpane/shared/errors/app-error'
import { catalogue } from '@counterpane/shared/errors/catalogue'
import type { Authenticate, Credentials } from './caller'

/** Whether somebody who was let in is still: the session may have ended, the manager been switched off. A database that doesn't answer at the moment is no end of a session. */
export async function stillStands(authenticate: Authenticate, credentials: Credentials): Promise<boolean> {
  try { return (await authenticate(credentials)) !== null } catch (error) { return !(error instanceof AppError && catalogue[error.code].status < 500) }
}
