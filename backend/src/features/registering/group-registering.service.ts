import type { z } from 'zod'
import type { registerMessages, registerMessagesResult } from '@counterpane/shared/contract/register-message'
import { AppError } from '@counterpane/shared/errors/app-error'
import { problemTexts } from '@counterpane/shared/text/problems'
import { clientByMatch } from './message-contact'
import type { RegisteringService } from './registering.service'
import type { MessageInput, RegisteringNeeds, Viewer } from './registering.types'

type Order = z.output<typeof registerMessages>
type Line = z.output<typeof registerMessagesResult>['results'][number]

/** Several messages at once, each a contact of its own; a line that fails stops no other. */
export function createGroupRegistering({ registering, needs }: { registering: RegisteringService; needs: RegisteringNeeds }) {
  return async function registerMany({ messages, dryRun = false, client }: Order, viewer: Viewer): Promise<Line[]> {
    const lines: Line[] = []
    const seen = new Set<string>()
    for (const message of messages) lines.push(await lineOf(message, { dryRun, client, viewer, seen }))
    return lines
  }

  async function lineOf(message: MessageInput, { dryRun, client, viewer, seen }: { dryRun: boolean; client: Order['client']; viewer: Viewer; seen: Set<string> }): Promise<Line> {
    const snapshot = needs.toSnapshot(message)
    const found = needs.recognise(snapshot, viewer.caller.id)
    const line = { messageId: message.messageId ?? null, match: needs.matchOf(found, viewer) }
    const known = needs.contactIdOf(found.messageKey)
    if (known) return { ...line, outcome: 'already-registered', contact: needs.showContact(known, viewer) }
    if (seen.has(found.messageKey)) return { ...line, outcome: 'already-registered' }
    const written = needs.writtenOrder(found, snapshot, { callerId: viewer.caller.id, named: undefined })
    if (dryRun && written?.contact) return { ...line, outcome: 'already-registered', contact: needs.showContact(written.contact.id, viewer) }
    const refusal = registering.refusalOf(found, { counterpartyId: written?.counterpartyId })
    if (refusal) return { ...line, outcome: 'refused', problem: { code: 'nothing-to-register', title: problemTexts[viewer.locale]['nothing-to-register'].title } }
    const matched = clientByMatch(found)
    if (matched.counterpartyId === null && matched.personIds.length === 0 && !written?.counterpartyId && !written?.contact) return { ...line, outcome: 'needs-client' }
    seen.add(found.messageKey)
    if (dryRun) return { ...line, outcome: 'created' }
    try {
      const { contact, created } = await registering.register({ message, client }, viewer)
      return { ...line, outcome: created ? 'created' : 'already-registered', contact }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return { ...line, outcome: 'refused', problem: { code: error.code, title: problemTexts[viewer.locale][error.code].title } }
    }
  }
}
