import { z } from 'zod'
import { contact, contactPage } from './contact'
import { mailAddress } from './mail-message'
import * as p from './parts'
import { match, participant } from './sidebar'
import { task } from './task'

const people = z.array(mailAddress).max(10_000)

/** A meeting as the mail client's appointment window shows it. `organizer` and the attendees may be our own people; addresses may be empty. */
export const meetingSnapshot = z.strictObject({
  itemId: z.string().max(4_000).nullish(), seriesId: z.string().max(4_000).nullish(),
  subject: z.string().max(100_000).nullish(), startsAt: p.instant, endsAt: p.instant, location: z.string().max(10_000).nullish(), online: z.boolean().nullish(),
  organizer: mailAddress, required: people, optional: people.nullish(),
})
export const askMeeting = z.strictObject({ meeting: meetingSnapshot })
/** The same answer as for a message; `contact` is the contact that this meeting already is, planned or past, whoever made it. */
export const meetingSidebar = z.object({
  match, participants: z.array(participant), contact: contact.nullable(),
  lastContact: contact.nullable(), nextContact: contact.nullable(), openTasks: z.array(task), history: contactPage,
})
export const registerMeeting = z.strictObject({
  meeting: meetingSnapshot.extend({ text: z.string().nullish() }), counterpartyId: p.id.nullish(), personIds: z.array(p.id).max(1_000).optional(),
  alsoCounterpartyIds: z.array(p.id).max(100).optional(), private: z.boolean().optional(), comment: z.string().max(100_000).optional(), client: z.enum(['outlook', 'gmail', 'api']).optional(),
})
export type MeetingSidebar = z.infer<typeof meetingSidebar>
export type MeetingSnapshot = z.input<typeof meetingSnapshot>
