import type { MessageSnapshot } from '@counterpane/shared/domain/message'
import type { ExactEvidence } from '@counterpane/shared/matching/evidence'
import { evidenceKeys, hintKeys } from '@counterpane/shared/matching/evidence-keys'
import { matchByHints, matchExactly } from '@counterpane/shared/matching/match'
import type { MatchResult } from '@counterpane/shared/matching/match-result'
import { otherSide, type OtherSide } from '@counterpane/shared/matching/other-side'
import type { RecogniseDeps } from './recognise'
import type { OwnSide } from './own-side.repository'

export interface RecognisedMeeting { side: OtherSide; own: OwnSide; evidence: ExactEvidence; match: MatchResult }

/** Who stands on the other side of a meeting, given as the letter from its organiser to its attendees. Any recognised outsider decides (product 2.3.2), the organiser first. */
export function createRecogniseMeeting({ evidence, ownSide }: RecogniseDeps) {
  return (invitation: Pick<MessageSnapshot, 'from' | 'replyTo' | 'to' | 'cc'>, callerId: string): RecognisedMeeting => {
    const own = ownSide.get()
    const sides = otherSide(invitation, own)
    // The organiser's own copy may name no organiser: a meeting among our own people is internal by its attendees alone.
    const side = { ...sides, internalOnly: sides.participants.every((party) => party.own) }
    const everybody = { ...side, main: [...side.main, ...side.others], others: [] }
    const exact = evidence.exact(evidenceKeys(side), callerId)
    const match = matchExactly(side, exact) ?? matchExactly(everybody, exact) ?? matchByHints(everybody, evidence.hints(hintKeys(everybody)), exact)
    return { side, own, evidence: exact, match }
  }
}
export type RecogniseMeeting = ReturnType<typeof createRecogniseMeeting>
