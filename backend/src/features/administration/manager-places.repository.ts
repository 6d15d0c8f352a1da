import { administrationProblems } from '@counterpane/shared/text/administration-problems'
import { referenceProblems } from '@counterpane/shared/text/reference-problems'
import type { Tx } from '../../platform/db/database'
import { refuse } from './administration-checks'

interface Places { teamId?: string | null; firmIds?: readonly string[] }

/** Somebody joins teams and companies that are there and in use; where they are already they may stay. */
export async function assertPlaces(tx: Tx, { teamId, firmIds = [] }: Places, before: Places = {}): Promise<void> {
  if (teamId && teamId !== before.teamId && (await tx.team.count({ where: { id: teamId, active: true } })) === 0) refuse('not-found', 'teamId', administrationProblems.teamGone)
  const joined = firmIds.filter((id) => !before.firmIds?.includes(id))
  if (joined.length > 0 && (await tx.firm.count({ where: { id: { in: joined }, active: true } })) < joined.length) refuse('not-found', 'firmIds', referenceProblems.Firm)
}
