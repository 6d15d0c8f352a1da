/** What Exchange calls an address inside itself (`/o=…`) means nothing to a person (outlook-and-graph 3.1). */
export const shownAddress = (address: string) => (/^\/o=/i.test(address) ? '' : address)
