import type { Words } from '@counterpane/shared/errors/app-error'
import type { AddressKeys } from '@counterpane/shared/matching/address'
import { parseDomain } from '@counterpane/shared/matching/domain-key'
import { taxKeyOf } from '@counterpane/shared/matching/tax-key'
import { parseAddress } from '../../platform/text/kept-keys'
import { addressesIn, dateIn, domainIn, kindIn, phonesIn, yesIn } from './cell-values'
import type { ImportField, Mapping } from './import-fields'
import { importProblems } from './import-problems'

export interface RowProblem { row: number; field: ImportField | 'row'; message: Words }
/** What a row says of a client; null and empty: nothing. */
export interface ClientDraft {
  name: string; taxNumber: string | null; taxKey: string | null; kind: string | null; class: string | null; vip: boolean | null; industry: string | null; region: string | null; status: string | null; turnover: string | null
  loyalty: string | null; competitors: string | null; adSourceId: string | null; managerId: string | null; addresses: AddressKeys[]; domains: string[]; phones: string[]
}
export interface PersonDraft { name: string; position: string | null; birthday: string | null; interests: string | null; acquaintance: string | null; addresses: AddressKeys[]; phones: string[] }
export interface RowDraft { row: number; client: ClientDraft | null; person: PersonDraft | null; /** A problem of the whole row: nothing of it can be taken. */ isRefused: boolean; problems: RowProblem[] }

const longest: Partial<Record<ImportField, number>> = { name: 500, personName: 500, class: 20, kind: 100, taxNumber: 100, loyalty: 20_000, competitors: 20_000, personInterests: 20_000, personAcquaintance: 20_000 }
const usual = 1_000
const mostOfAList = 200

/** Whom and what of the base a cell names; null: nothing, or it is not certain which. */
export interface NamesOfBase { managerIdOf(text: string): string | null; adSourceIdOf(text: string): string | null }

/** Reads what the cells of a row say. What can't be taken from a cell is a problem of that cell; without any name there is nobody to keep. */
export function readRow(row: number, cells: readonly string[], mapping: Mapping, names: NamesOfBase): RowDraft {
  const problems: RowProblem[] = []
  const complain = (field: ImportField | 'row', message: Words) => { problems.push({ row, field, message }) }
  const places = placesOf(mapping)
  const all = (field: ImportField) => (places.get(field) ?? none).map((at) => clean(cells[at] ?? '')).filter((text) => text !== '')
  const one = (field: ImportField) => {
    const text = all(field)[0] ?? null
    const limit = longest[field] ?? usual
    if (text === null || text.length <= limit) return text
    complain(field, importProblems.tooLong(limit))
    return null
  }
  const list = <T>(field: ImportField, split: (text: string) => string[], read: (text: string) => T | null, problem: (text: string) => Words): T[] => {
    const found = all(field).flatMap(split).flatMap((text) => {
      const value = read(text)
      if (value === null) complain(field, problem(text))
      return value === null ? [] : [value]
    })
    if (found.length > mostOfAList) complain(field, importProblems.tooMany(mostOfAList))
    return found.slice(0, mostOfAList)
  }
  const value = <T>(field: ImportField, read: (text: string) => T | null, problem: (text: string) => Words): T | null => {
    const text = one(field)
    const found = text === null ? null : read(text)
    if (text !== null && found === null) complain(field, problem(text))
    return found
  }
  const addresses = (field: 'addresses' | 'personAddresses') => list(field, addressesIn, parseAddress, importProblems.address)
  const phones = (field: 'phones' | 'personPhones') => list(field, phonesIn, (text) => (text.length <= 100 ? text : null), () => importProblems.tooLong(100))

  const fullName = one('personName')
  const parts = [one('personFirstName'), one('personMiddleName'), one('personLastName')].filter(Boolean).join(' ')
  const person: PersonDraft = {
    name: fullName ?? parts.slice(0, 500), position: one('personPosition'), birthday: value('personBirthday', dateIn, importProblems.date),
    interests: one('personInterests'), acquaintance: one('personAcquaintance'), addresses: addresses('personAddresses'), phones: phones('personPhones'),
  }
  const taxNumber = one('taxNumber')
  const client: ClientDraft = {
    name: one('name') ?? '', taxNumber, taxKey: taxNumber && taxKeyOf(taxNumber), kind: value('kind', kindIn, importProblems.text), class: one('class'), vip: value('vip', yesIn, importProblems.yes), industry: one('industry'), region: one('region'),
    status: one('status'), turnover: one('turnover'), loyalty: one('loyalty'), competitors: one('competitors'), adSourceId: value('adSource', names.adSourceIdOf, importProblems.adSource),
    managerId: value('manager', names.managerIdOf, importProblems.manager), addresses: addresses('addresses'),
    domains: list('domains', (text) => text.split(/[\s;,]+|:::/).filter(Boolean), (text) => { const host = domainIn(text); return host !== null && parseDomain(host)?.hostKey.includes('.') ? host : null }, importProblems.domain), phones: phones('phones'),
  }
  const hasPerson = person.name !== ''
  if (client.name === '' && !hasPerson) {
    complain('name', importProblems.noName)
    return { row, client: null, person: null, isRefused: true, problems }
  }
  // What stands beside a client without a person's name (a column "E-mail" of a file that tells of persons) is the client's own.
  if (!hasPerson) Object.assign(client, { addresses: [...client.addresses, ...person.addresses], phones: [...client.phones, ...person.phones] })
  if (client.name === '') Object.assign(person, { addresses: [...person.addresses, ...client.addresses], phones: [...person.phones, ...client.phones] })
  return { row, client: client.name === '' && client.taxKey === null ? null : client, person: hasPerson ? person : null, isRefused: false, problems }
}

/** Nothing brings back who was erased, nor what a row tells of them: it is left out whole, and the problem does not say which address it was. */
export function leaveErased(drafts: readonly RowDraft[], erased: readonly string[]): RowDraft[] {
  const keys = new Set(erased)
  const isErased = ({ client, person }: RowDraft) => [...client?.addresses ?? [], ...person?.addresses ?? []].some(({ addressKey }) => keys.has(addressKey))
  return keys.size === 0 ? [...drafts] : drafts.map((draft) => (isErased(draft)
    ? { row: draft.row, client: null, person: null, isRefused: true, problems: [{ row: draft.row, field: 'row', message: importProblems.erased }] } : draft))
}

const none: readonly number[] = []
const known = new WeakMap<Mapping, Map<ImportField, number[]>>()
/** In which columns a field stands; looked up once for a file, not for each of its cells. */
function placesOf(mapping: Mapping): Map<ImportField, number[]> {
  let places = known.get(mapping)
  if (places) return places
  known.set(mapping, places = new Map())
  for (const [at, field] of mapping.entries()) if (field !== null) places.set(field, [...places.get(field) ?? [], at])
  return places
}

/** Text as the base keeps it: without NUL, halves of characters and space around. */
// Our own exports put an apostrophe before what a spreadsheet would take for a formula.
const clean = (text: string) => text.replace(/[\u0000\p{Surrogate}]/gu, '').trim().replace(/^'(?=[=+\-@\uFF1D])/, '')
