import { createHash } from 'node:crypto'
import type { DemoPerson } from './demo-google'

/** Whoever may be signed in to the stand-in's Gmail. All of them see the same messages, as copies of them would lie in each mailbox. */
export const demoPeopleIds = ['owner', 'colleague', 'stranger'] as const
export type DemoPersonId = (typeof demoPeopleIds)[number]
export interface SignedIn extends DemoPerson { name: string }

const colleague = { name: 'Anna Orlova', address: 'anna@demo.example' }
/** No manager has this address: an invitation makes one of them. */
const stranger = { name: 'Vera Guest', address: 'vera@elsewhere.example' }

export function createDemoPeople(owner: { name: string; address: string }): Record<DemoPersonId, SignedIn> {
  const signedIn = ({ name, address }: typeof owner) => ({ name, email: address, sub: createHash('sha256').update(address).digest('hex').slice(0, 21) })
  return { owner: signedIn(owner), colleague: signedIn(colleague), stranger: signedIn(stranger) }
}
