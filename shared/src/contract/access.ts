import { z } from 'zod'
import * as codes from '../domain/codes'
import * as p from './parts'

export const managerCard = z.object({ id: p.id, name: z.string(), email: z.string(), role: p.role })
/** What a manager once chose for good. `registerOnSend`: letters that are being written are registered when sent; `followAsked`: the question about following conversations was answered. */
export const preferences = z.object({
  registerOnSend: z.boolean(), followAsked: z.boolean(),
  /** What one click in Gmail keeps of a message: how much of its words, and its files as far as the organisation's policy goes. */
  gmail: z.object({ visibility: p.visibility, keepFiles: z.boolean() }).strict(),
  /** Letters about one's own day and, for a lead, about the team, on working mornings; `at`: the full hour in `timeZone`. Nothing is sent before an administrator allows it. */
  digest: z.object({ mine: z.boolean(), team: z.boolean(), at: z.number().int().min(0).max(23), timeZone: z.string().min(1).max(64) }).strict(),
})
export const manager = managerCard.extend({ team: p.reference.nullable(), addresses: z.array(z.string()), locale: z.enum(codes.locales).nullable(), preferences })
/** Oneself; `sight`: whose clients one sees. */
export const me = manager.extend({ sight: z.enum(codes.sightLevels) })
export const managerCardPage = p.page(managerCard)
export const managerPage = p.page(manager)

export const signIn = z.strictObject({ email: z.string().min(1).max(1_000) })
export const signedIn = z.object({ manager: me, token: z.string() })
export const patchMe = z.strictObject({ locale: z.enum(codes.locales).nullish(), preferences: preferences.partial().strict().optional() })

/** A one-time code that binds the identity of whoever types it to this manager. It is shown once; the server keeps its hash. */
export const invitation = z.object({ code: z.string(), manager: p.reference, expiresAt: p.utcInstant })
export const acceptInvitation = z.strictObject({ code: z.string().min(1).max(200) })

/** What the doctor of a pane asks: which server this is and what its clock says. */
export const about = z.object({ version: z.string(), mode: z.enum(['demo', 'production', 'test']), now: p.utcInstant, database: z.string(), migrations: z.number().int() })

export const dictionaries = z.object({
  /** Ready words for a result; `method` null: of any. */
  resultTemplates: z.array(z.object({ text: z.string(), method: p.method.nullable() })),
  contactTypes: z.array(p.reference), firms: z.array(p.reference), adSources: z.array(p.reference), teams: z.array(p.reference),
  /** Words for clients, in the order that the administrator gave them; what stands on a client may be another. */
  industries: z.array(z.string()), regions: z.array(z.string()), statuses: z.array(z.string()), turnovers: z.array(z.string()), classes: z.array(z.string()),
  /** Teams, firms, goals, sources and managers that are no longer offered: what was chosen before keeps its name. */
  retired: z.array(p.reference),
})
export type Manager = z.infer<typeof manager>
export type Me = z.infer<typeof me>
export type About = z.infer<typeof about>
export type Preferences = z.infer<typeof preferences>
export type ManagerCard = z.infer<typeof managerCard>
export type Dictionaries = z.infer<typeof dictionaries>
