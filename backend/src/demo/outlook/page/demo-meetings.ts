import type { MailAddress } from '@counterpane/shared/domain/message'

/** An appointment of the demo's calendar. `organising`: the owner's own, whose window has getters instead of values. */
export interface DemoMeeting {
  itemId: string; seriesId: string; subject: string; startsAt: string; endsAt: string; location: string; text: string; private: boolean
  organizer: MailAddress; required: MailAddress[]; optional: MailAddress[]; organising: boolean
}

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
const people = {
  ivan: { name: 'Ivan Petrov', address: 'ivan.petrov@vector.example' }, svetlana: { name: 'Светлана Белова', address: 's.belova@vector.example' },
  john: { name: 'John Ross', address: 'john.ross@beta.example' }, alice: { name: 'Alice Ross', address: 'alice.ross@beta.example' },
  unknown: { name: 'Maria Costa', address: 'maria.costa@vinhos.example' }, anna: { name: 'Anna Orlova', address: 'anna@demo.example' }, pavel: { name: 'Pavel Orlov', address: 'pavel@demo.example' },
}
const teams = 'Microsoft Teams Meeting'

/** Days before or after the demo's morning, the hour in Moscow, and how long. */
interface Plan { at: [days: number, hour: number]; minutes: number; subject: string; location?: string; text?: string; by?: MailAddress; with: MailAddress[]; optional?: MailAddress[]; series?: string; private?: boolean }

const plans: readonly Plan[] = [
  { at: [-1, 15], minutes: 60, subject: 'Prices for December', location: 'Office of Vector', text: 'Discount for the December order, terms of delivery.', by: people.ivan, with: [people.svetlana] },
  { at: [0, 11], minutes: 30, subject: 'Order 4471: dates of delivery', location: teams, text: 'Join: https://teams.microsoft.com/l/meetup-join/4471', with: [people.john], optional: [people.alice] },
  { at: [1, 10], minutes: 60, subject: 'Samples for the spring', location: 'Warehouse 2', by: people.john, with: [people.anna] },
  { at: [1, 14], minutes: 45, subject: 'Acquaintance', location: teams, by: people.unknown, with: [] },
  { at: [2, 9], minutes: 15, subject: 'Weekly call with Vector', location: teams, with: [people.ivan], series: 'weekly-vector' },
  { at: [9, 9], minutes: 15, subject: 'Weekly call with Vector', location: teams, with: [people.ivan], series: 'weekly-vector' },
  { at: [2, 16], minutes: 60, subject: 'Planning of the department', location: 'Room 3', by: people.anna, with: [people.pavel] },
  { at: [3, 18], minutes: 60, subject: 'Dentist', with: [], private: true },
]

/** The owner's calendar around the day of `now`. */
export function demoMeetings(now: number, owner: MailAddress): DemoMeeting[] {
  const midnight = Math.floor((now + 3 * hour) / day) * day - 3 * hour
  return plans.map(({ at: [days, clock], minutes, subject, location = '', text = '', by, with: others, optional = [], series = '', private: hidden = false }, index) => {
    const start = midnight + days * day + clock * hour
    return {
      itemId: `AAMkDemoMeeting${series || index}`, seriesId: series && `AAMkDemoSeries-${series}`, subject, startsAt: new Date(start).toISOString(), endsAt: new Date(start + minutes * minute).toISOString(),
      // Outlook counts the organiser among those who must come.
      location, text, private: hidden, organizer: by ?? owner, required: [by ?? owner, ...(by ? [owner] : []), ...others], optional, organising: by === undefined,
    }
  })
}
