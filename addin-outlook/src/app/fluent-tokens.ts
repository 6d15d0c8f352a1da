/**
 * Stands in for Fluent's own table of tokens, which is 35 kB of nothing but `name: 'var(--name)'`: webpack cannot drop it, since unused parts of
 * Fluent's barrel mention it. Styles are compiled ahead and never read it.
 */
export const tokens = new Proxy({}, { get: (_, name) => `var(--${String(name)})` })
