import { importFields, isImportField, type ImportField, type Mapping } from './import-fields'

/** A mapping that somebody wrote: by the words above the columns, or by fields with the columns that make them. Throws an Error that says what is not understood. */
export function namedMapping(given: unknown, header: readonly string[]): Mapping {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new Error('a mapping is an object: { "words above a column": "field", … }')
  const mapping = header.map((): ImportField | null => null)
  const put = (title: string, field: ImportField | null) => {
    const places = header.flatMap((one, at) => (one.trim() === title.trim() ? [at] : []))
    if (places.length === 0) throw new Error(`the file has no column "${title}"; it has ${header.map((one) => `"${one}"`).join(', ')}`)
    for (const at of places) mapping[at] = field
  }
  for (const [key, value] of Object.entries(given)) {
    if (value === null || value === '') put(key, null)
    else if (isImportField(value)) put(key, value)
    else if (isImportField(key) && (typeof value === 'string' || Array.isArray(value))) for (const title of [value].flat()) put(String(title), key)
    else throw new Error(`"${String(value)}" is no field; fields are ${importFields.join(', ')}`)
  }
  return mapping
}
