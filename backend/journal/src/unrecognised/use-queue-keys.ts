import type { SenderGroup } from '@counterpane/shared/contract/unrecognised'
import { useKeys } from '../parts/use-keys'
import type { Decisions } from './queue-data'
import { senderKey, type Form } from './queue-view'

interface Keyboard { groups: readonly SenderGroup[]; open: SenderGroup | null; show(key: string): void; setForm(form: Form | null): void; decisions: Decisions }

/** The whole queue without a mouse: up and down, then one key for each decision. */
export function useQueueKeys({ groups, open, show, setForm, decisions }: Keyboard): void {
  const move = (step: number) => {
    const at = groups.findIndex((group) => group === open)
    const next = groups[at < 0 ? 0 : at + step]
    if (!next) return
    show(senderKey(next))
    document.querySelector<HTMLElement>(`[data-sender="${CSS.escape(senderKey(next))}"]`)?.focus()
  }
  const form = (name: Form) => () => { if (open && open.standing?.decision !== 'never-register') setForm(name) }
  useKeys({
    ArrowDown: () => move(1), j: () => move(1), ArrowUp: () => move(-1), k: () => move(-1),
    1: form('this-is'), 2: form('new-client'), 3: () => { if (open?.standing === null) setForm('not-client') }, 4: () => { if (open?.standing === null) setForm('never-register') },
    y: () => {
      if (open?.suggestion && !decisions.decide.isPending) decisions.decide.mutate(acceptOf(open, open.suggestion))
    },
    Escape: () => setForm(null),
  })
}

/** "It is …": the suggested client, with everything that comes from this sender. */
export function acceptOf(group: SenderGroup, suggestion: NonNullable<SenderGroup['suggestion']>) {
  return {
    decision: 'this-is' as const, group: { kind: group.kind, value: group.value, seen: group.standing?.key ?? null }, counterpartyId: suggestion.counterparty.id,
    ...(group.kind === 'address' && suggestion.person && { personId: suggestion.person.id }),
  }
}
