/** A second has this many places in the index; the first half is given out by the id, the rest is for those who meet there. */
export const placesOfSecond = 32_768

export const secondOf = (milliseconds: number) => Math.floor(milliseconds / 1_000)
export const secondOfPlace = (docId: number) => Math.floor(docId / placesOfSecond)

/** Where a contact would stand in the index. From year 0001 to 9999 it is a number that JavaScript holds exactly. */
export function wantedPlace(contactId: string, startsAt: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < contactId.length; i++) hash = Math.imul(hash ^ contactId.charCodeAt(i), 0x01000193)
  return secondOf(startsAt) * placesOfSecond + ((hash ^ (hash >>> 15)) & (placesOfSecond / 2 - 1))
}

/** All places from the second of one instant to that of another, and of the second after, which takes what a full one can't hold. */
export const edgesOfSeconds = (first: number, last: number) => [secondOf(first) * placesOfSecond, (secondOf(last) + 2) * placesOfSecond] as const
