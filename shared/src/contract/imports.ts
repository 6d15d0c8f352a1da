import { z } from 'zod'
import type { Operation } from './operation'
import type { importsRoutes } from './imports-routes'
import * as p from './parts'

/** What a column of a file can be taken for. Names with `person` belong to the contact person of the row, the others to the client. */
export const importFields = [
  'name', 'taxNumber', 'kind', 'class', 'vip', 'status', 'industry', 'region', 'turnover', 'adSource', 'manager', 'addresses', 'domains', 'phones', 'loyalty', 'competitors',
  'personName', 'personFirstName', 'personMiddleName', 'personLastName', 'personPosition', 'personBirthday', 'personAddresses', 'personPhones', 'personInterests', 'personAcquaintance',
] as const
export type ImportField = (typeof importFields)[number]
/** Bytes of one file, and rows of it that are shown before anything is done. */
export const importLimits = { bytes: 200 * 1024 * 1024, sample: 20 } as const

/**
 * `uploaded`: nobody has asked for more yet. `waiting`: another import is at work. `checking`, `checked`: what a run would do; nothing is written. `reading`: rows are being taken over.
 * `stopped`: by somebody, or by the end of the server; whole rows up to there are in. `undoing`, `undone`: what could be taken back is.
 */
export const importStates = ['uploaded', 'waiting', 'checking', 'checked', 'reading', 'done', 'stopped', 'failed', 'undoing', 'undone'] as const
const state = z.enum(importStates)
const count = z.number().int()
/** For each column, in the file's order; null: left out. */
const mapping = z.array(z.enum(importFields).nullable()).max(1_000)
/** `manager` null: an administrator at the server's console. `total`: rows of the file, once they were counted. `counts`: of the check, or of the run as far as it has come. */
const summary = {
  id: p.id, fileName: z.string(), state, manager: p.reference.nullable(), startedAt: p.utcInstant, finishedAt: p.utcInstant.nullable(), undoneAt: p.utcInstant.nullable(),
  bytes: count.nullable(), total: count.nullable(), counts: z.object({ rows: count, created: count, updated: count, skipped: count }), problemCount: count, duplicateCount: count,
}
export const importSummary = z.object(summary)
/** Why something was left: somebody has changed it since, something belongs to it by now, or it is gone. */
const leftReasons = ['changed', 'attached', 'gone'] as const
const left = z.object({ noun: z.enum(['counterparty', 'person']), id: p.id, name: z.string(), reason: z.enum(leftReasons) })
/**
 * `columns`: what stands above them. `guessed`: what they look like. `kept`: the mapping is one that somebody has corrected for this header before. `sample`: the first rows; none when the file is gone.
 * `before`: the same bytes were brought before. `problem`: why it failed, in words. `undone.left`: the first of those that were left, of `leftCount`.
 */
export const importDetails = z.object({
  ...summary, columns: z.array(z.string()), mapping, guessed: mapping, kept: z.boolean(), sample: z.array(z.array(z.string())), kind: z.enum(['csv', 'xlsx', 'vcard']).nullable(), encoding: z.string().nullable(),
  before: z.array(z.object({ id: p.id, at: p.utcInstant, manager: p.reference.nullable(), state })), problem: z.string().nullable(), hasFile: z.boolean(),
  undone: z.object({ removed: count, putBack: count, leftCount: count, left: z.array(left) }).nullable(),
})
/** `kind` duplicate: the row is somebody who is in the base already, `noun` and `nounId`. */
const rowProblem = z.object({ position: count, row: count, kind: z.enum(['problem', 'duplicate']), field: z.string(), message: z.string(), noun: z.enum(['counterparty', 'person']).nullable(), nounId: p.id.nullable() })

/** Of the file of problems. */
export const importProblemsQuery = z.strictObject({ kind: z.enum(['problem', 'duplicate']).optional(), language: z.enum(['en', 'ru']).optional() })

export const importsOperations = {
  listImports: { query: z.strictObject(p.paging), answer: p.page(importSummary), status: 200 },
  getImport: { answer: importDetails, status: 200 },
  patchImport: { body: z.strictObject({ mapping }), answer: importDetails, status: 200 },
  checkImport: { answer: importDetails, status: 202 },
  runImport: { answer: importDetails, status: 202 },
  cancelImport: { answer: importDetails, status: 202 },
  undoImport: { answer: importDetails, status: 202 },
  deleteImport: { answer: null, status: 204 },
  listImportProblems: { query: z.strictObject({ kind: z.enum(['problem', 'duplicate']).optional(), ...p.paging }), answer: p.page(rowProblem), status: 200 },
} as const satisfies Record<keyof typeof importsRoutes, Operation>

export type ImportState = (typeof importStates)[number]
export type ImportSummary = z.infer<typeof importSummary>
export type ImportDetails = z.infer<typeof importDetails>
export type ImportRowProblem = z.infer<typeof rowProblem>
export type ImportLeft = z.infer<typeof left>
