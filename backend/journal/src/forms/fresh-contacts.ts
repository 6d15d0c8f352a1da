/** Contacts that were logged a moment ago: opened, they ask for the next step, once. */
const fresh = new Set<string>()
export const offerNextFor = (id: string): void => { fresh.add(id) }
export const isOffered = (id: string): boolean => fresh.has(id)
export const endOffer = (id: string): void => { fresh.delete(id) }
