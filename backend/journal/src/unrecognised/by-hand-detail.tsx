import { unrecognisedTexts } from '@counterpane/shared/text/unrecognised-journal'
import { Button } from '@fluentui/react-components'
import { ArrowLeft16Regular } from '@fluentui/react-icons/svg/arrow-left'
import { useSurroundings } from '../api/journal-context'
import { byHand, changeQueue, openSenderOf } from './queue-view'
import { SenderContacts } from './sender-contacts'

const none = openSenderOf(byHand) ?? { kind: 'none' as const, value: '' }

/** Calls and meetings written down by hand have no address: each gets its client where it stands. */
export function ByHandDetail({ mine }: { mine: boolean }) {
  const { locale } = useSurroundings()
  const text = unrecognisedTexts[locale]
  return (
    <section className="jn-sender-detail" aria-label={text.byHand}>
      <Button className="jn-queue-back jn-queue-start" size="small" appearance="subtle" icon={<ArrowLeft16Regular />} onClick={() => changeQueue({ open: '' })}>{text.back}</Button>
      <h2>{text.byHand}</h2>
      <SenderContacts sender={none} mine={mine} undoing={false} />
    </section>
  )
}
