export type Json = Record<string, unknown>

/** What lies down the path; undefined when the way ends before. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((inner, step) => (typeof inner === 'object' && inner !== null ? (inner as Json)[step] : undefined), value)
}

export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Every value below, the value itself first, with its path. */
export function walk(value: unknown, path: string, visit: (path: string, value: unknown) => void): void {
  visit(path, value)
  if (Array.isArray(value)) value.forEach((item, index) => walk(item, `${path}[${index}]`, visit))
  else if (typeof value === 'object' && value !== null) for (const [name, inner] of Object.entries(value)) walk(inner, path ? `${path}.${name}` : name, visit)
}
