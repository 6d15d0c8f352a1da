import type { SenderKind } from '@counterpane/shared/contract/unrecognised'
import { go, readPlace } from '../view/hash-route'

/** What the address of the page says. `recent`: what was decided lately, in place of the senders. `open`: `domain:…`, `address:…`, or `none:` for those that came without an address. */
export interface QueueView { q: string; mine: boolean; decided: boolean; recent: boolean; sort: 'contacts' | 'newest'; open: string }
export interface OpenSender { kind: SenderKind | 'none'; value: string }

export const senderKey = ({ kind, value }: OpenSender) => `${kind}:${value}`
export const byHand = senderKey({ kind: 'none', value: '' })

export function readQueueView(search: string): QueueView {
  const params = new URLSearchParams(search)
  return { q: params.get('q') ?? '', mine: params.get('mine') === 'true', decided: params.get('decided') === 'true', recent: params.get('recent') === 'true', sort: params.get('sort') === 'newest' ? 'newest' : 'contacts', open: params.get('open') ?? '' }
}

export function writeQueueView({ q, mine, decided, recent, sort, open }: QueueView): string {
  return new URLSearchParams({ ...(q && { q }), ...(mine && { mine: 'true' }), ...(decided && { decided: 'true' }), ...(recent && { recent: 'true' }), ...(sort === 'newest' && { sort }), ...(open && { open }) }).toString()
}

export function changeQueue(part: Partial<QueueView>, { replace = true } = {}): void {
  const here = readPlace(window.location.hash)
  if (here.page === 'unrecognised') go({ page: 'unrecognised', search: writeQueueView({ ...readQueueView(here.search), ...part }) }, { replace })
}

export function openSenderOf(open: string): OpenSender | null {
  const [, kind = '', value = ''] = /^(domain|address|none):(.*)$/s.exec(open) ?? []
  return kind === 'domain' || kind === 'address' || kind === 'none' ? { kind, value } : null
}

/** The four decisions, each with a form of its own. */
export type Form = 'this-is' | 'new-client' | 'not-client' | 'never-register'
