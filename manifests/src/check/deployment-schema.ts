// The shape of a deployment for an add-on in Gmail, after the REST reference of projects.deployments: fields, their types and their few words.
import { z } from 'zod'
import { type Finding } from './finding'
import { at, type Json } from './json-reading'

const words = z.string()
const trigger = z.strictObject({ runFunction: words, enabled: z.boolean().optional() })
const link = { openLink: words.optional(), runFunction: words.optional() }

const common = z.strictObject({
  name: words,
  logoUrl: words,
  layoutProperties: z.strictObject({ primaryColor: words.optional(), secondaryColor: words.optional() }).optional(),
  addOnWidgetSet: z.strictObject({ usedWidgets: z.array(words) }).optional(),
  useLocaleFromApp: z.boolean().optional(),
  homepageTrigger: trigger.optional(),
  universalActions: z.array(z.strictObject({ label: words, ...link })).optional(),
  openLinkUrlPrefixes: z.array(words).optional(),
})

const gmail = z.strictObject({
  homepageTrigger: trigger.optional(),
  contextualTriggers: z.array(z.strictObject({ unconditional: z.strictObject({}), onTriggerFunction: words })),
  // The same thing as in common, in another spelling.
  universalActions: z.array(z.strictObject({ text: words, ...link })).optional(),
  composeTrigger: z.strictObject({ actions: z.array(z.strictObject({ label: words, runFunction: words, logoUrl: words.optional() })), draftAccess: z.enum(['NONE', 'METADATA']) }).optional(),
})

const httpOptions = z.strictObject({
  authorizationHeader: z.enum(['SYSTEM_ID_TOKEN', 'USER_ID_TOKEN', 'NONE']),
  granularOauthPermissionSupport: z.enum(['OPT_IN', 'OPT_OUT']),
})

/** `name` and `etag` are Google's: a deployment that was read back from the console has them. */
const deployment = z.strictObject({ name: words.optional(), etag: words.optional(), oauthScopes: z.array(words), addOns: z.strictObject({ common, gmail, httpOptions }) })

/** Spellings of elsewhere: of the other list of actions, of Apps Script. */
const spelledHere: [place: RegExp, field: string, here: string][] = [
  [/^addOns\.common\.universalActions\[\d+\]$/, 'text', 'label'],
  [/^addOns\.gmail\.universalActions\[\d+\]$/, 'label', 'text'],
  [/^addOns\.gmail\.composeTrigger$/, 'selectActions', 'actions'],
]

const pathOf = (steps: readonly PropertyKey[]): string => steps.reduce<string>((path, step) => (typeof step === 'number' ? `${path}[${step}]` : path ? `${path}.${String(step)}` : String(step)), '')

function unknownField(path: string, field: string): string {
  const here = spelledHere.find(([place, elsewhere]) => place.test(path) && elsewhere === field)?.[2] ?? (field.includes('_') ? field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) : null)
  return here ? `here it is spelled "${here}", not "${field}"` : `the field "${field}" has no place here`
}

function sentences(issue: z.core.$ZodIssue, manifest: Json): string[] {
  const path = pathOf(issue.path)
  const missing = at(manifest, ...(issue.path as (string | number)[])) === undefined
  if (issue.code === 'unrecognized_keys') return issue.keys.map((field) => unknownField(path, field))
  if (missing) return ['this is missing']
  if (issue.code === 'invalid_type') return [`this must be ${issue.expected === 'array' ? 'a list' : issue.expected === 'object' ? 'an object' : issue.expected === 'boolean' ? 'true or false' : 'a text'}`]
  if (issue.code === 'invalid_value') return [`this must be ${issue.values.map(String).join(' or ')}`]
  return [issue.message]
}

export function deploymentShape(manifest: Json, file: string): Finding[] {
  const { error } = deployment.safeParse(manifest)
  return (error?.issues ?? []).flatMap((issue) => sentences(issue, manifest).map((sentence) => ({ rule: 'shape', place: `${file} ${pathOf(issue.path)}`.trim(), sentence })))
}
