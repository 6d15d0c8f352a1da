import type { Locale } from '@counterpane/shared/domain/codes'
import { calendarDate, nearDate, nearTime, type DateOptions } from '@counterpane/shared/text/dates'
import { digestTexts } from '@counterpane/shared/text/digest-text'
import { words } from '@counterpane/shared/text/words'
import { fallingOn } from '../../platform/remembered-days'
import type { ContactFact, DayFact, DigestFacts, TaskFact } from './digest-facts.repository'

export interface DigestLine { text: string; path: string | null }
export interface DigestSection { title: string; about: string | null; lines: DigestLine[]; total: number; path: string }
/** `heads`: what the subject of the letter counts. */
export interface DigestContents { heads: string[]; sections: DigestSection[] }
type Reading = DateOptions & { locale: Locale }

/** Lines are one line each, whatever a subject holds; what turns the direction of the text after it is left out. */
const oneLine = (text: string) => {
  const letters = [...text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\p{Cs}]+/gu, ' ').replace(/ {2,}/g, ' ').trim()]
  return letters.length > 160 ? `${letters.slice(0, 159).join('')}…` : letters.join('')
}
const pathOf = (page: 'contacts' | 'clients', id: string) => `#/${page}/${encodeURIComponent(id)}`
const iso = (at: number) => new Date(at).toISOString()
const filled = (sections: DigestSection[]) => sections.filter((section) => section.total > 0)
const section = (title: string, path: string, { lines, total, about = null }: { lines: DigestLine[]; total: number; about?: string | null }): DigestSection => ({ title, about, lines, total, path })

function contactLine(fact: ContactFact, reading: Reading, more: readonly string[] = []): DigestLine {
  const text = digestTexts[reading.locale]
  const when = nearTime({ startsAt: iso(fact.startsAt), calendar: { allDay: fact.allDay === 1 } }, reading)
  const subject = fact.subject === null ? text.privately : fact.subject.trim() === '' ? text.noSubject : fact.subject
  return { text: oneLine([when, words[reading.locale].method[fact.method], ...(fact.client === null ? [] : [fact.client]), subject, ...more].join(' · ')), path: pathOf('contacts', fact.id) }
}
const taskLine = (fact: TaskFact, reading: Reading): DigestLine => ({ text: oneLine([nearDate(iso(fact.dueAt), reading), fact.title, ...(fact.client === null ? [] : [fact.client])].join(' · ')), path: null })

/** A date has no hour and no zone: only which day it is for the reader decides. */
function dayLine({ person, day, name, client, clientId }: DayFact, dates: readonly string[], { locale, now }: Reading): DigestLine {
  const text = digestTexts[locale]
  const { date, years } = fallingOn(day, dates)!
  const what = name === null ? (years === null ? [] : [text.years(years)]) : [text.otherDate(name, years)]
  const parts = [calendarDate(`${date}T00:00:00Z`, { locale, timeZone: 'UTC', now }), person, ...(client === null ? [] : [client]), ...what]
  return { text: oneLine(parts.join(' · ')), path: clientId === null ? null : pathOf('clients', clientId) }
}

/** A manager's own morning. */
export function mineContents(facts: Awaited<ReturnType<DigestFacts['mine']>>, dates: readonly string[], reading: Reading): DigestContents {
  const text = digestTexts[reading.locale]
  const contacts = ({ items, total }: { items: ContactFact[]; total: number }, title: string, path: string) => section(title, path, { lines: items.map((fact) => contactLine(fact, reading)), total })
  const overdue = facts.overdueTasks.total + facts.overduePlans.total + facts.noOutcome.total
  const today = [
    ...facts.plannedToday.items.map((fact) => ({ at: fact.allDay ? 0 : fact.startsAt, line: contactLine(fact, reading) })),
    ...facts.todayTasks.items.map((fact) => { const line = taskLine(fact, reading); return { at: fact.dueAt, line: { ...line, text: `${line.text} (${text.task.toLowerCase()})` } } }),
  ].sort((a, b) => a.at - b.at).map(({ line }) => line)
  const todayTotal = facts.plannedToday.total + facts.todayTasks.total
  return {
    heads: [...(overdue > 0 ? [text.overdueCount(overdue)] : []), ...(todayTotal > 0 ? [text.todayCount(todayTotal)] : [])],
    sections: filled([
      section(text.overdueTasks, '#/tasks', { lines: facts.overdueTasks.items.map((fact) => taskLine(fact, reading)), total: facts.overdueTasks.total }),
      contacts(facts.overduePlans, text.overduePlans, '#/day'), section(text.today, '#/day', { lines: today, total: todayTotal }), contacts(facts.noOutcome, text.noOutcome, '#/day'),
      section(text.byColleagues, '#/day', { lines: facts.byColleagues.items.map((fact) => contactLine(fact, reading, fact.registeredBy === null ? [] : [text.registeredBy(fact.registeredBy)])), total: facts.byColleagues.total }),
      section(text.dates, '#/day', { lines: facts.dates.items.map((fact) => dayLine(fact, dates, reading)), total: facts.dates.total }),
    ]),
  }
}

/** What a lead looks at in the morning. */
export function teamContents(facts: Awaited<ReturnType<DigestFacts['team']>>, reading: Reading): DigestContents {
  const text = digestTexts[reading.locale]
  const plans = facts.plans.reduce((sum, { count }) => sum + count, 0)
  const steps = facts.noNextStep.total
  return {
    heads: [...(facts.silent.total > 0 ? [text.silentCount(facts.silent.total)] : []), ...(plans > 0 ? [text.plansCount(plans)] : []), ...(steps > 0 ? [text.noStepCount(steps)] : [])],
    sections: filled([
      section(text.silent, '#/clients', {
        about: text.about.silent, total: facts.silent.total,
        lines: facts.silent.items.map(({ id, name, manager, lastAt }) => ({ text: oneLine([name, manager ?? text.nobody, lastAt === null ? text.never : text.since(nearDate(iso(lastAt), reading, false))].join(' · ')), path: pathOf('clients', id) })),
      }),
      section(text.overdueByManager, '#/journal?period=all&overdue=true', {
        // Managers are few and each is a line, so the number of lines is the total that "more" counts from.
        about: text.about.overdueByManager, total: facts.plans.length,
        lines: facts.plans.slice(0, 30).map(({ id, name, count }) => ({ text: oneLine(`${name} · ${text.plans(count)}`), path: `#/journal?period=all&overdue=true&managerId=${encodeURIComponent(id)}` })),
      }),
      section(text.noNextStep, '#/journal?period=all&noNextStep=true', { about: text.about.noNextStep, total: steps, lines: facts.noNextStep.items.map((fact) => contactLine(fact, reading, fact.manager === null ? [] : [fact.manager])) }),
    ]),
  }
}
