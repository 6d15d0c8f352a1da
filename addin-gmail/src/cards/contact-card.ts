import { defineAction } from '../card-context'

/** Opens one contact in full: what was said, how it ended, its files, and what can be done with it. It is drawn elsewhere: cards open each other both ways, imports go one way. */
export const openContactAction = defineAction('open-contact', ['contactId'], ['message'])
/** A planned one is cancelled after its reason was asked for. */
export const openCancelAction = defineAction('open-cancel-contact', ['contactId'], ['message'])
export const cancelContactAction = defineAction('cancel-contact', ['contactId'], ['message'])
/** A registration is undone after it was asked whether it should be. */
export const openUndoAction = defineAction('open-undo-contact', ['contactId'], ['message'])
export const undoContactAction = defineAction('undo-contact', ['contactId'], ['message'])
export const cancelInputs = { reason: 'reason' } as const
