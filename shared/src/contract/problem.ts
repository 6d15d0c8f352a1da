import { z } from 'zod'

/** RFC 9457 problem: what went wrong, in words, with a reference that the log knows too. */
export const problem = z.object({
  type: z.string(), title: z.string(), status: z.number().int(), code: z.string(), detail: z.string(), reference: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof problem>
