import { AppError } from '@counterpane/shared/errors/app-error'
import { parseAddress } from '@counterpane/shared/matching/address'
import { foldText } from '@counterpane/shared/text/fold'
import { sha256 } from '../../platform/crypto/digest'
import type { Invitation, Meeting } from './meetings.types'

const address = (given: { name?: string | null; address?: string | null }) => ({ name: given.name ?? '', address: given.address ?? '' })

/** A meeting as the letter that invites to it: from the organiser to those who must come, with the others in copy. */
export function invitationOf({ organizer, required, optional }: Meeting): Invitation {
  return { from: address(organizer), replyTo: [], to: required.map(address), cc: (optional ?? []).map(address) }
}

/** What makes one meeting the same in the calendars of several managers: mail clients give it an id of its own in each. Without an organiser, those who come stand for them. */
export function meetingKeyOf(meeting: Meeting): string {
  const { from, to, cc } = invitationOf(meeting)
  const keyOf = (written: string) => parseAddress(written)?.addressKey ?? foldText(written).trim()
  const whose = keyOf(from.address) || [...new Set([...to, ...cc].map((one) => keyOf(one.address)))].sort()
  return sha256(JSON.stringify([whose, new Date(meeting.startsAt).toISOString(), foldText(meeting.subject ?? '').trim()]))
}

export function durationOf({ startsAt, endsAt }: Meeting): number {
  const minutes = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000)
  if (minutes < 0) throw new AppError('invalid-request', { detail: 'meeting.endsAt: must not be before startsAt', errors: [{ path: 'meeting.endsAt', message: 'must not be before startsAt' }] })
  return minutes
}
