import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { SenderGroup } from '@counterpane/shared/contract/unrecognised'
import { aLetter } from '../support/letters'

/** A letter from somebody whom nobody knows, registered without a client. */
export async function unknownLetter(caller: HttpClient, address: string, more: Parameters<typeof aLetter>[0] & { private?: boolean; counterpartyId?: string } = {}): Promise<string> {
  const { private: hidden, counterpartyId, ...overrides } = more
  const message = aLetter({ from: { name: '', address }, messageId: `<${Math.random()}@letters.example>`, ...overrides })
  const { contact } = await caller('registerMessage', { body: { message, ...(hidden && { private: true }), ...(counterpartyId && { counterpartyId }) } })
  return contact.id
}

/** The groups that wait, by their value. */
export async function waitingOf(caller: HttpClient, query: { decided?: boolean; mine?: boolean; q?: string } = {}): Promise<Map<string, SenderGroup>> {
  const groups = new Map<string, SenderGroup>()
  for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
    const page: { items: SenderGroup[]; nextCursor: string | null } = await caller('listUnrecognised', { query: { ...query, limit: 50, ...(cursor !== null && { cursor }) } })
    for (const group of page.items) groups.set(group.value, group)
    cursor = page.nextCursor
  }
  return groups
}

export const clientsOf = async (caller: HttpClient, ids: readonly string[]): Promise<(string | null)[]> =>
  Promise.all(ids.map(async (id) => (await caller('getContact', { id })).counterparty?.name ?? null))
