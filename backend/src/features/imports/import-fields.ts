/** What a column of a file can be taken for. Names with `person` belong to the contact person of the row, the others to the client. */
export const importFields = [
  'name', 'taxNumber', 'kind', 'class', 'vip', 'industry', 'region', 'manager', 'addresses', 'domains', 'phones',
  'personName', 'personFirstName', 'personMiddleName', 'personLastName', 'personPosition', 'personBirthday', 'personAddresses', 'personPhones',
] as const
export type ImportField = (typeof importFields)[number]
/** For each column of the file, in its order; null: left out. */
export type Mapping = readonly (ImportField | null)[]

/** A cell of these holds one or several. */
export const listFields: ReadonlySet<ImportField> = new Set(['addresses', 'domains', 'phones', 'personAddresses', 'personPhones'])
export const isImportField = (text: unknown): text is ImportField => importFields.includes(text as ImportField)
