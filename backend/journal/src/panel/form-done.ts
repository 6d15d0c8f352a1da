/** What a form leaves behind: words, whether what was saved can be put back (with `setIds` whole orders, not this contact's last change), whether the next step is to be asked for. */
export interface Done { said?: string; canPutBack?: boolean; setIds?: readonly string[]; askNext?: boolean }
export type OnDone = (done?: Done) => void
