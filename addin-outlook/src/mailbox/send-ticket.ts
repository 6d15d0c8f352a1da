/** The name under which a letter's session data holds the ticket of its order, written by the pane and found by the send handler. */
export const sendTicketName = 'counterpane.sendOrder'

/** What the value is, as JSON: the order, the right to fulfil it, and the server that made it. */
export interface SendTicket { id: string; ticket: string; origin: string }
