/** The closed lists of the product, as they travel over the API (product.md section 1, api.md). */
export const methods = ['letter', 'call', 'meeting', 'video-call', 'fax', 'messenger', 'exhibition', 'other'] as const
export const directions = ['incoming', 'outgoing'] as const
export const statuses = ['planned', 'held', 'cancelled'] as const
export const priorities = ['high', 'medium', 'low'] as const
export const states = [0, 1, 2, 3] as const
export const sources = ['outlook', 'gmail', 'calendar', 'manual', 'import', 'site', 'api'] as const
export const roles = ['manager', 'lead', 'administrator'] as const
export const visibilities = ['full', 'subject', 'fact'] as const
/** How much of the client base a manager sees: everything, the team's, one's own. Not to be taken for the visibilities of one message's words. */
export const sightLevels = ['all', 'team', 'own'] as const
export const taskKinds = ['task', 'note'] as const
export const taskRepeats = ['day', 'weekday', 'week', 'two-weeks', 'month', 'quarter', 'year'] as const
export const matchKinds = ['person', 'counterparty', 'suggestion', 'internal', 'none'] as const
export const matchRules = [
  'person-address', 'counterparty-address', 'remembered-choice', 'sub-address', 'counterparty-domain', 'own-organisation', 'blocked', 'none',
] as const
export const warningCodes = ['look-alike-domain', 'name-of-known-client'] as const
export const locales = ['en', 'ru'] as const

export type Method = (typeof methods)[number]
export type Direction = (typeof directions)[number]
export type Status = (typeof statuses)[number]
export type Priority = (typeof priorities)[number]
export type State = (typeof states)[number]
export type Source = (typeof sources)[number]
export type Role = (typeof roles)[number]
export type Visibility = (typeof visibilities)[number]
export type SightLevel = (typeof sightLevels)[number]
export type TaskKind = (typeof taskKinds)[number]
export type MatchKind = (typeof matchKinds)[number]
export type MatchRule = (typeof matchRules)[number]
export type WarningCode = (typeof warningCodes)[number]
export type Locale = (typeof locales)[number]
