import { Field, Select } from '@fluentui/react-components'
import type { Named } from './contact-draft'

interface Props { label: string; value: Named | null; options: readonly Named[] | undefined; onChange: (value: Named | null) => void; /** What "none of them" is called; without it one has to be chosen. */ none?: string }

/** One of a closed list of names. What is chosen stays a choice even when the list does not have it any more. */
export function ReferenceSelect({ label, value, options = [], onChange, none }: Props) {
  const all = value && !options.some(({ id }) => id === value.id) ? [value, ...options] : options
  return (
    <Field label={label}>
      <Select value={value?.id ?? ''} onChange={(_, { value: id }) => onChange(all.find((one) => one.id === id) ?? null)}>
        {(none !== undefined || !value) && <option value="">{none ?? '–'}</option>}
        {all.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </Select>
    </Field>
  )
}

interface CodeProps<T extends string | number> { label: string; value: T; codes: readonly T[]; names: Record<T, string>; onChange: (value: T) => void; autoFocus?: boolean }
/** One of a closed list of codes, in words. */
export function CodeSelect<T extends string | number>({ label, value, codes, names, onChange, autoFocus }: CodeProps<T>) {
  return (
    <Field label={label}>
      <Select autoFocus={autoFocus} value={String(value)} onChange={(_, { value: chosen }) => onChange(codes.find((one) => String(one) === chosen) ?? value)}>
        {codes.map((one) => <option key={one} value={one}>{names[one]}</option>)}
      </Select>
    </Field>
  )
}
