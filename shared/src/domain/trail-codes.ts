/** Codes of the trail's rooms, without zod: what a browser needs. */
export const neverScopes = ['organisation', 'own'] as const
export const trailNouns = ['contact', 'counterparty', 'person', 'task', 'attachment', 'message', 'choice', 'manager', 'setting', 'calendar', 'export', 'view', 'never-register', 'retention', 'personal-data', 'segment', 'attribute', 'sender', 'team', 'firm', 'word', 'own-domain'] as const

export const retentionRules = ['audit', 'undoneContacts', 'undoneFiles', 'importProblems', 'sessions', 'digests', 'signInAttempts'] as const
export type NeverScope = (typeof neverScopes)[number]
export type RetentionRule = (typeof retentionRules)[number]
/** Less than so many days nobody may choose. */
export const retentionLeast: Record<RetentionRule, number> = { audit: 90, undoneContacts: 30, undoneFiles: 30, importProblems: 30, sessions: 7, digests: 7, signInAttempts: 1 }
