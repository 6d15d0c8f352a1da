/** The value of "none of these" in a list: an empty one is not told from a list that was left out. */
export const notChosen = 'none'
/** How long a name may be in a list of a hundred, so that the card stays light. */
export const listedName = 40
