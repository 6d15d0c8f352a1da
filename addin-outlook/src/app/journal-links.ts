/** Ways from the pane into the journal, which opens in one tab of its own. */
export const journalHref = '/journal/'
export const clientHref = (id: string) => `/journal/#/clients/${encodeURIComponent(id)}`
export const contactHref = (id: string) => `/journal/#/contacts/${encodeURIComponent(id)}`
export const neverHref = '/journal/#/administration/never'
export const journalTab = 'counterpane-journal'
