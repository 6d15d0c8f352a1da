import { z } from 'zod'
import * as codes from '../domain/codes'
import * as p from './parts'

export const managerCard = z.object({ id: p.id, name: z.string(), email: z.string(), role: p.role })
export const manager = managerCard.extend({ team: p.reference.nullable(), addresses: z.array(z.string()), locale: z.enum(codes.locales).nullable() })
export const managerCardPage = p.page(managerCard)
export const managerPage = p.page(manager)

export const signIn = z.strictObject({ email: z.string().min(1).max(1_000) })
export const signedIn = z.object({ manager, token: z.string() })
export const patchMe = z.strictObject({ locale: z.enum(codes.locales).nullable() })

export const dictionaries = z.object({
  contactTypes: z.array(p.reference), firms: z.array(p.reference), adSources: z.array(p.reference), teams: z.array(p.reference),
})
export type Manager = z.infer<typeof manager>
export type ManagerCard = z.infer<typeof managerCard>
export type Dictionaries = z.infer<typeof dictionaries>
