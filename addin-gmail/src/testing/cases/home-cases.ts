import { homeCard } from '../../cards/my-day-card'
import { aContact, aTask } from '../sample-views'
import { many, type CardCases } from './card-cases'
import { aWaiting } from './calendar-cases'

export const homeCases: CardCases = (word) => {
  const named = { id: 'k-1', name: word }
  const manager = { id: 'm', name: word }
  const contact = aContact({ subject: word, counterparty: named, manager, registeredBy: manager })
  const id = (at: number) => `01930000-0000-7000-8000-00000000000${at % 10}`
  const tasks = (overdue: boolean) => ({ items: many(20, (at) => aTask({ id: id(at), title: word, counterparty: named, manager, overdue })), total: 37 })
  const contacts = (more: Partial<typeof contact> = {}) => ({ items: many(20, (at) => ({ ...contact, id: id(at), ...more })), total: 23 })
  const none = { items: [], total: 0 }
  const empty = { overdueTasks: none, todayTasks: none, plannedToday: none, withoutOutcome: none, registeredToday: none }
  const waits = { items: many(3, (at) => aWaiting({ id: id(at), subject: word, outsiders: many(9, () => ({ name: word, address: word })) })), more: true }
  const nobodyWaits = { items: [], more: false }
  const planned = { status: 'planned', method: 'meeting' } as const
  return {
    home: (c) => homeCard({
      manager: word, waiting: waits,
      day: { overdueTasks: tasks(true), todayTasks: tasks(false), plannedToday: contacts(planned), withoutOutcome: contacts({ ...planned, overdue: true }), registeredToday: contacts() },
    }, c),
    'home, an empty day': (c) => homeCard({ manager: word, day: empty, waiting: nobodyWaits }, c),
    'home, one of each': (c) => homeCard({
      manager: word, waiting: { items: [aWaiting({ subject: word, outsiders: [] })], more: false },
      day: { overdueTasks: { items: [aTask({ title: word })], total: 1 }, todayTasks: none, plannedToday: { items: [{ ...contact, ...planned, private: true }], total: 1 }, withoutOutcome: { items: [{ ...contact, ...planned, counterparty: null }], total: 1 }, registeredToday: none },
    }, c),
  }
}
