import type { Direction, Method } from '@counterpane/shared/domain/codes'

export type Language = 'en' | 'ru'
export type ContactTypeId = 'ct-first' | 'ct-price' | 'ct-offer' | 'ct-samples' | 'ct-contract' | 'ct-claim' | 'ct-payment' | 'ct-service' | 'ct-congratulation'

/** One contact of a story. Of each group in `content` one sentence is taken, so that the same story is never told twice in the same words. */
export interface Step {
  method: Method
  direction: Direction
  subject: string
  content: readonly (readonly string[])[]
  result: readonly string[]
  files: readonly string[]
}
/** What happens between a client and us in one matter, in order. */
export interface Story { type: ContactTypeId; weight: number; steps: readonly Step[] }

type Texts = readonly (readonly string[])[]
const step = (method: Method, direction: Direction) => (subject: string, content: Texts, result: readonly string[] = [], files: readonly string[] = []): Step =>
  ({ method, direction, subject, content, result, files })

export const letterIn = step('letter', 'incoming')
export const letterOut = step('letter', 'outgoing')
export const callIn = step('call', 'incoming')
export const callOut = step('call', 'outgoing')
export const meetingOut = step('meeting', 'outgoing')
export const meetingIn = step('meeting', 'incoming')
export const videoOut = step('video-call', 'outgoing')
export const messengerIn = step('messenger', 'incoming')
export const messengerOut = step('messenger', 'outgoing')
export const faxIn = step('fax', 'incoming')
export const exhibition = step('exhibition', 'outgoing')
export const otherOut = step('other', 'outgoing')

/** Everything a language gives to the stories and tasks. */
export interface Voice {
  stories: readonly Story[]
  products: readonly string[]
  months: readonly string[]
  /** A planned contact's content, before anybody knows how it went. */
  plans: readonly string[]
  cancelReasons: readonly string[]
  tasks: readonly (readonly [title: string, result: string])[]
  notes: readonly string[]
  comments: readonly string[]
  greeting: (name: string) => string
  regards: string
  money: (amount: number) => string
  date: (day: number, month: string) => string
}

const compiled = new Map<string, readonly string[]>()
/** Fills `{slots}`; an unknown slot is a mistake of ours. */
export function filled(template: string, slots: Readonly<Record<string, string>>): string {
  let parts = compiled.get(template)
  if (!parts) compiled.set(template, (parts = template.split(/[{}]/)))
  if (parts.length === 1) return template
  let text = ''
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as string
    const value = i % 2 === 0 ? part : slots[part]
    if (value === undefined) throw new Error(`no value for {${part}} in: ${template}`)
    text += value
  }
  return text
}
