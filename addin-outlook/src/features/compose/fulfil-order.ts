import type { MessageView, RegisterChoice } from '../../app/pane-state'

/**
 * How the open message registers by itself, or null when nobody asked for that: the manager ordered it while writing it, or follows its conversation.
 * A letter between colleagues, an excluded or a blocked one never does (product 2.2.6).
 */
export function registersByItself({ answer, work, workFailure }: Pick<MessageView, 'answer' | 'work' | 'workFailure'>): RegisterChoice | null {
  if (!answer || answer.excluded || answer.match.kind === 'internal' || answer.match.rule === 'blocked' || work !== 'idle' || workFailure) return null
  if (answer.sendOrder) return { sendOrderId: answer.sendOrder.id }
  const { conversation, match, registered } = answer
  if (registered || !conversation?.following) return null
  if (match.kind === 'person' || match.kind === 'counterparty') return {}
  if (!conversation.counterparty) return null
  return { counterpartyId: conversation.counterparty.id, ...(conversation.person && { personIds: [conversation.person.id] }) }
}
