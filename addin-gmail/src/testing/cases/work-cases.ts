import { planCard } from '../../cards/plan-card'
import { newTaskCard, taskCard } from '../../cards/task-card'
import { aTask } from '../sample-views'
import type { CardCases } from './card-cases'

export const workCases: CardCases = (word) => {
  const message = 'msg-f:1'
  const task = aTask({ title: word, manager: { id: 'm', name: word } })
  return {
    plan: (c) => planCard({ message, contactId: 'c-1', client: word, subject: word, problem: word }, c),
    task: (c) => taskCard({ message, task, client: word, problem: word }, c),
    'task done': (c) => taskCard({ message, task: { ...task, done: true }, client: null }, c),
    'new task': (c) => newTaskCard({ message, counterpartyId: 'k', contactId: null, client: word, title: word, problem: word }, c),
  }
}
