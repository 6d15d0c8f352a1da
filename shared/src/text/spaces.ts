/** Runs of space as one, a bounded piece at a time: one match over millions of them may be more than the engine's stack holds. */
export const oneSpaced = (text: string) => text.replace(/\s{1,5000}/gu, ' ').replace(/ {2,5000}/g, ' ')
