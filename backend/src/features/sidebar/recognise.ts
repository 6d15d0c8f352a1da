import { parseAddress } from '@counterpane/shared/matching/address'
import type { ExactEvidence } from '@counterpane/shared/matching/evidence'
import { evidenceKeys, hintKeys } from '@counterpane/shared/matching/evidence-keys'
import { matchByHints, matchExactly } from '@counterpane/shared/matching/match'
import type { MatchResult } from '@counterpane/shared/matching/match-result'
import { messageKeyOf } from '@counterpane/shared/matching/message-key'
import { sha256 } from '../../platform/crypto/digest'
import { otherSide, type OtherSide } from '@counterpane/shared/matching/other-side'
import type { MessageSnapshot } from '@counterpane/shared/domain/message'
import type { EvidenceRepository } from './evidence.repository'
import type { OwnSide, OwnSideRepository } from './own-side.repository'

export interface Recognised {
  messageKey: string; side: OtherSide; own: OwnSide; evidence: ExactEvidence; match: MatchResult
  /** Which of our managers sent it: the delegate when there is one, else whom it is from. */
  sentBy: string | null
}
export interface RecogniseDeps { evidence: EvidenceRepository; ownSide: OwnSideRepository }

/** Who stands on the other side of a message: exact addresses first, suggestions and warnings only when there are none. */
export function createRecognise({ evidence, ownSide }: RecogniseDeps) {
  return (message: MessageSnapshot, callerId: string): Recognised => {
    const own = ownSide.get()
    const side = otherSide(message, own)
    const exact = evidence.exact(evidenceKeys(side), callerId)
    const match = matchExactly(side, exact) ?? matchByHints(side, evidence.hints(hintKeys(side)), exact)
    return { messageKey: messageKeyOf(message, sha256).key, side, own, evidence: exact, match, sentBy: senderOf(message, side, own) }
  }
}
export type Recognise = ReturnType<typeof createRecognise>

function senderOf({ sender }: MessageSnapshot, side: OtherSide, { managerIds }: OwnSide): string | null {
  const whose = (addressKey: string | undefined) => (addressKey === undefined ? undefined : managerIds.get(addressKey))
  return whose(sender ? parseAddress(sender.address)?.addressKey : undefined) ?? whose(side.sender?.keys?.addressKey) ?? null
}
