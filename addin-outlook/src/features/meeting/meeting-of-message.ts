import type { MeetingSnapshot } from '@counterpane/shared/contract/meeting'
import type { OpenMessage } from '../../mailbox/mailbox'

/** What mail clients put before the subject of a meeting when they speak of it; the meeting itself is called without. */
const wordPrefix = /^\s*(cancell?ed|accepted|declined|tentative|updated|invitation|отменено|отменена|отменен[оа]?|принято|отклонено|под вопросом|обновлено|приглашение)\s*:\s*/i

/** The meeting of which a message speaks, as its appointment would show it. Null without a time: nothing can be planned then. */
export function meetingOfMessage({ snapshot, meeting }: OpenMessage): MeetingSnapshot | null {
  if (!meeting?.startsAt) return null
  let subject = snapshot.subject
  while (wordPrefix.test(subject)) subject = subject.replace(wordPrefix, '')
  const answers = meeting.kind === 'accepted' || meeting.kind === 'declined' || meeting.kind === 'tentative'
  // An answer goes from an attendee to the organiser; a request and a cancellation come from the organiser.
  const [organizer, ...others] = answers ? [...snapshot.to, snapshot.from] : [snapshot.from, ...snapshot.to]
  return {
    subject, startsAt: meeting.startsAt, endsAt: meeting.endsAt ?? meeting.startsAt, location: meeting.location, organizer: organizer ?? snapshot.from, required: others, optional: snapshot.cc,
  }
}
