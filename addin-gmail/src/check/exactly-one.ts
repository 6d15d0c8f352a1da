import type { z } from 'zod'

/** For Google's "oneof" fields: one of these keys stands there, and no second. */
export const exactlyOne = (...keys: string[]) => (context: z.core.ParsePayload<object>): void => {
  const there = keys.filter((key) => key in context.value)
  if (there.length !== 1) context.issues.push({ code: 'custom', input: context.value, message: `needs exactly one of ${keys.join(', ')}; it has ${there.join(' and ') || 'none'}` })
}
