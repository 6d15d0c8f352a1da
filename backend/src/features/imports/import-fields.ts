import { importFields, type ImportField } from '@counterpane/shared/contract/imports'

export { importFields, type ImportField }
/** For each column of the file, in its order; null: left out. */
export type Mapping = readonly (ImportField | null)[]

/** A cell of these holds one or several. */
export const listFields: ReadonlySet<ImportField> = new Set(['addresses', 'domains', 'phones', 'personAddresses', 'personPhones'])
export const isImportField = (text: unknown): text is ImportField => importFields.includes(text as ImportField)
/** Without one of these nobody could be named by any row. */
export const namesSomebody = (mapping: Mapping) => mapping.some((field) => field === 'name' || field === 'taxNumber' || field === 'personName' || field === 'personFirstName' || field === 'personLastName')
