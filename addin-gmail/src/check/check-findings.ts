import type { z } from 'zod'

/** Why Google's schema has the field and an add-on beside a letter must not use it. */
const elsewhere: Record<string, string> = {
  interaction: 'Gmail strips the whole card', columns: 'not in the sidebar', carousel: 'Chat only', materialIcon: 'Chat only', contentText: 'Chat only', topLabelText: 'Chat only', bottomLabelText: 'Chat only',
  startIconVerticalAlignment: 'Chat only', textSyntax: 'Chat only', placeholderText: 'Chat only', platformDataSource: 'Chat only', externalDataSource: 'Chat only', expressionData: 'Workspace Studio only',
  eventActions: 'Workspace Studio only', visibility: 'Workspace Studio only', hostAppDataSource: 'Workspace Studio only', dataSourceConfigs: 'Workspace Studio only', icon: 'deprecated or not of this kind', enabled: 'deprecated',
}

export const pathOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('').replace(/^\./, '') || 'as a whole'

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `has an unknown field ${key}${elsewhere[key] ? ` (${elsewhere[key]})` : ''}`).join(', ')
  if (issue.code === 'invalid_value') return `is not one of ${issue.values.join(', ')}`
  if (issue.code === 'invalid_type') return `is ${/received undefined$/.test(issue.message) ? 'missing' : `no ${issue.expected}`}`
  return issue.message
}

/** Each issue as a sentence that begins with where it is. */
export const sentencesOf = (error: z.ZodError): string[] => error.issues.map((issue) => `${pathOf(issue.path)}: ${sentence(issue)}`)
