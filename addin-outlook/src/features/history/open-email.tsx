import { Link } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Original } from '@counterpane/shared/contract/attachments'
import { historyTexts } from '@counterpane/shared/text/history-pane'
import { usePane, usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'

const gmailSearch = (messageId: string) => `https://mail.google.com/mail/u/0/#search/${encodeURIComponent(`rfc822msgid:${messageId.replace(/^<|>$/g, '')}`)}`

/** The way back to the original: into one's own mailbox, else in words in whose mailbox it lies. Nothing while that is not known. */
export function OpenEmail({ contactId }: { contactId: string }) {
  const { locale } = usePaneState()
  const texts = historyTexts[locale]
  const pane = usePaneStyles()
  const { api, session, client } = usePane()
  const [originals, setOriginals] = useState<readonly Original[]>([])
  const [refused, setRefused] = useState(false)
  useEffect(() => {
    let live = true
    // Without a connection there is nothing to offer; the row itself stays readable.
    api('listOriginals', { id: contactId }).then(({ items }) => { if (live) setOriginals(items) }, () => undefined)
    return () => { live = false }
  }, [api, contactId])

  const mine = originals.filter((one) => one.manager.id === session.manager()?.id)
  const here = mine.find((one) => one.client === 'outlook' && one.itemId !== null)?.itemId
  const gmail = mine.find((one) => one.client === 'gmail' && one.messageId !== null)?.messageId
  if (refused) return <p className={pane.quiet} role="status">{texts.notFromHere}</p>
  if (here) return <div><Link as="button" onClick={() => setRefused(!client.doors.openOriginal(here))}>{texts.openEmail}</Link></div>
  if (gmail) return <div><Link href={gmailSearch(gmail)} target="_blank" rel="noreferrer">{texts.inGmail}</Link></div>
  const others = [...new Set(originals.filter((one) => !mine.includes(one)).map((one) => one.manager.name))]
  return others.length > 0 ? <p className={pane.quiet}>{texts.inMailboxOf(new Intl.ListFormat(locale).format(others))}</p> : null
}
