import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Pace } from './comparison'

export const partNames = ['lookup', 'gmailCard', 'journal', 'register', 'pane', 'sync'] as const
export type PartName = (typeof partNames)[number]

/** `database`: a file that is there already, instead of a seeded one; `inPlace`: it is itself written to, rather than a copy. */
export interface BenchOptions { persons: number; contacts: number; pace: Pace; only: ReadonlySet<PartName>; database: string | null; inPlace: boolean }

const usage = `options: --contacts N --persons N --seconds N --rounds N --only PART,PART --database FILE [--in-place]; parts: ${partNames.join(', ')}`
export class BenchUsageError extends Error {}

export function readBenchOptions(args: readonly string[]): BenchOptions {
  const values = parse(args)
  const number = (text: string | undefined, otherwise: number) => {
    if (text !== undefined && !/^\d{1,8}$/.test(text)) throw new BenchUsageError(`"${text}" is not a whole number; ${usage}`)
    return text === undefined ? otherwise : Number(text)
  }
  const { database = null, 'in-place': inPlace = false } = values
  if (database !== null && !existsSync(database)) throw new BenchUsageError(`there is no file ${database}; ${usage}`)
  if (database !== null && (values.contacts !== undefined || values.persons !== undefined)) throw new BenchUsageError(`--contacts and --persons are of a seeded database, not of ${database}; ${usage}`)
  if (inPlace && database === null) throw new BenchUsageError(`--in-place says what --database is done to; ${usage}`)
  const seconds = number(values.seconds, 5)
  return {
    persons: number(values.persons, 100_000), contacts: number(values.contacts, 1_000_000), database, inPlace, only: partsIn(values.only),
    pace: { latencySeconds: seconds, throughputSeconds: seconds, rounds: number(values.rounds, 2) },
  }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ args: [...args], options: { contacts: text, persons: text, seconds: text, rounds: text, only: text, database: text, 'in-place': { type: 'boolean' } } }).values
  } catch (error) {
    throw new BenchUsageError(`${(error as Error).message.replace(/\.$/, '')}; ${usage}`)
  }
}

function partsIn(only: string | undefined): ReadonlySet<PartName> {
  if (only === undefined) return new Set(partNames)
  const names = only.split(',').map((name) => name.trim())
  const isPart = (name: string): name is PartName => (partNames as readonly string[]).includes(name)
  const wrong = names.find((name) => !isPart(name))
  if (wrong !== undefined) throw new BenchUsageError(`there is no part "${wrong}"; ${usage}`)
  return new Set(names.filter(isPart))
}
