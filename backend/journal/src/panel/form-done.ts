/** What a form leaves behind: words, whether what was saved can be put back, whether the next step is to be asked for. */
export interface Done { said?: string; canPutBack?: boolean; askNext?: boolean }
export type OnDone = (done?: Done) => void
