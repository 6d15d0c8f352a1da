import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { quotedSenders } from '@counterpane/shared/text/quoted-senders'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import type { Match } from '@counterpane/shared/contract/sidebar'
import { usePane, usePaneState } from '../../app/pane-context'
import type { MessageView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import { sendable } from '../../app/sendable'
import { shownAddress } from '../identify/shown-address'

interface Props { view: MessageView; onTake: (match: Match) => void }
const sendersLookedAt = 3

/** An email passed on by a colleague, or by somebody unknown: whoever wrote the one inside may be the client it is about. Read when asked for, never taken by itself. */
export function ForwardedSuggestion({ view, onTake }: Props) {
  const { locale } = usePaneState()
  const own = registerTexts[locale]
  const pane = usePaneStyles()
  const { api, client } = usePane()
  const [found, setFound] = useState<{ name: string; match: Match } | null>(null)
  const { key, message } = view
  const { sentAt, from } = message.snapshot

  useEffect(() => {
    let live = true
    async function look() {
      const { text } = await client.mailbox.readText(key)
      for (const { name, address } of quotedSenders(text ?? '', sendersLookedAt)) {
        if (!live) return
        if (address.toLowerCase() === from.address.toLowerCase()) continue
        const { match } = await api('sidebar', { body: sendable({ message: { sentAt, from: { name, address }, to: [] } }) })
        if (live && match.kind !== 'internal' && match.counterparty) return setFound({ name: name || shownAddress(address), match })
      }
    }
    // What can't be read, or asked, suggests nothing: the search stands beside it.
    look().catch(() => undefined)
    return () => { live = false }
  }, [api, client, key, sentAt, from.address])
  if (!found?.match.counterparty) return null
  return (
    <div className={pane.tight} role="status">
      <span className={pane.quiet}>{own.forwardedFrom(found.name)}</span>
      <Button type="button" onClick={() => onTake(found.match)}>{found.match.counterparty.name}</Button>
      <span className={pane.quiet}>{found.match.reason}</span>
    </div>
  )
}
