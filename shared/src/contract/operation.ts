import type { z } from 'zod'

/** What a route takes and gives. `status` is that of success; `also` a second one with the same shape. */
export interface Operation { query?: z.ZodType; body?: z.ZodType; bodyOptional?: true; answer: z.ZodType | null; status: 200 | 201 | 202 | 204; also?: 200 }
