import { callCard, type CallForm } from '../../cards/call-card'
import { newTaskCard } from '../../cards/new-task-card'
import { taskCard } from '../../cards/one-task-card'
import { outcomeCard, type OutcomeForm } from '../../cards/outcome-card'
import { planCard } from '../../cards/plan-card'
import { taskListCard } from '../../cards/task-list-card'
import { aContact, aTask } from '../sample-views'
import { many, type CardCases } from './card-cases'

export const workCases: CardCases = (word) => {
  const message = 'msg-f:1'
  const [me, at] = ['m-olga', new Date('2026-11-24T00:00:00.000Z')]
  const named = { id: 'k-1', name: word }
  const task = aTask({ title: word, result: word, manager: { id: 'm', name: word }, counterparty: named, contactId: 'c-1' })
  const source = aContact({ subject: word })
  const managers = many(150, (place) => ({ id: `m-${place}`, name: word }))
  const goals = many(150, (place) => ({ id: `g-${place}`, name: word }))
  const page = many(20, (place) => ({ ...task, id: `t-${place}`, overdue: place < 8, dueAt: place < 8 ? '2026-11-20T08:00:00.000Z' : place < 12 ? '2026-11-20T15:00:00.000Z' : '2026-11-25T07:00:00.000Z' }))
  const planned = aContact({ status: 'planned', overdue: true, method: 'meeting', subject: word, result: word, counterparty: named, persons: many(5, (place) => ({ id: `p-${place}`, name: word })) })
  const call: CallForm = { method: 'meeting', direction: 'incoming', person: 'p-1', template: 'meeting:1', result: word, subject: word, minutes: word, at }
  const ended: OutcomeForm = { scope: 'series', template: '1', result: word, state: '2', movedTo: at, next: 'picked', nextAt: at, nextMethod: 'video-call', nextGoal: 'g-3' }
  return {
    plan: (c) => planCard({ message, contactId: 'c-1', client: word, subject: word, goals, problem: word }, c),
    'plan asked after a call, from home': (c) => planCard({ contactId: 'c-1', client: '', subject: '', goals: [], asked: true, method: 'other', goal: 'gone', at }, c),
    task: (c) => taskCard({ message, task, source, managers, me, typed: { result: word, manager: 'm-3', at }, problem: word }, c),
    'task of nobody else': (c) => taskCard({ task: { ...task, counterparty: null }, source: null, managers: [], me: 'm' }, c),
    'task done': (c) => taskCard({ message, task: { ...task, done: true, doneAt: '2026-11-20T08:00:00.000Z' }, source: null, managers, me }, c),
    'note done': (c) => taskCard({ task: { ...task, kind: 'note', done: true, result: '' }, source: aContact({ subject: ' ' }), managers, me }, c),
    'tasks of a client': (c) => taskListCard({ message, client: named, me, tasks: page, cursor: 'x'.repeat(120), nextCursor: 'y'.repeat(120), justDone: task }, c),
    'my tasks': (c) => taskListCard({ client: null, me, tasks: page.map((one) => ({ ...one, kind: 'note' as const })), cursor: null, nextCursor: null }, c),
    'no tasks of a client': (c) => taskListCard({ message, client: named, me, tasks: [], cursor: null, nextCursor: null }, c),
    'no tasks of mine': (c) => taskListCard({ client: null, me, tasks: [], cursor: null, nextCursor: null }, c),
    'new task': (c) => newTaskCard({ kind: 'task', message, counterpartyId: 'k', contactId: null, client: word, title: word, at, problem: word }, c),
    'new task of a registered email': (c) => newTaskCard({ kind: 'task', message, counterpartyId: 'k', contactId: 'c-1', client: word, title: word }, c),
    'new note': (c) => newTaskCard({ kind: 'note', client: '', title: word }, c),
    call: (c) => callCard({ message, personId: 'p-1', counterparty: named, persons: many(150, (place) => ({ id: `p-${place}`, name: word })), form: call, problem: word }, c),
    'call of nobody known': (c) => callCard({ counterparty: null, persons: [], form: { ...call, method: 'call', at: undefined, template: 'meeting:9' } }, c),
    outcome: (c) => outcomeCard({ message, contact: planned, goals, form: ended, problem: word }, c),
    'outcome of a series': (c) => outcomeCard({ message, contact: planned, seriesOpen: 12, goals, form: ended }, c),
    'outcome of a series, untouched': (c) => outcomeCard({ contact: planned, seriesOpen: 2, goals: [] }, c),
    'outcome, untouched': (c) => outcomeCard({ contact: { ...planned, method: 'call', persons: [], counterparty: null }, goals: [] }, c),
    'outcome recorded by a colleague': (c) => outcomeCard({ message, contact: { ...planned, status: 'held', overdue: false }, goals }, c),
  }
}
