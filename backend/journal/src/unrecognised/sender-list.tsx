import type { SenderGroup } from '@counterpane/shared/contract/unrecognised'
import { unrecognisedTexts } from '@counterpane/shared/text/unrecognised-journal'
import { Button, Checkbox } from '@fluentui/react-components'
import { Warning16Regular } from '@fluentui/react-icons/svg/warning'
import { useSurroundings } from '../api/journal-context'
import type { useQueue } from './queue-data'
import { senderKey } from './queue-view'
import { useDates } from './use-dates'

interface Props { groups: readonly SenderGroup[]; queue: ReturnType<typeof useQueue>; openKey: string; chosen: ReadonlySet<string>; onChoose(chosen: ReadonlySet<string>): void; onOpen(key: string): void }

export function SenderList({ groups, queue, openKey, chosen, onChoose, onOpen }: Props) {
  const { locale } = useSurroundings()
  const text = unrecognisedTexts[locale]
  const tick = (key: string, isTicked: boolean) => {
    const next = new Set(chosen)
    if (isTicked) next.add(key)
    else next.delete(key)
    onChoose(next)
  }
  return (
    <section className="jn-senders" aria-label={text.groups}>
      <ul>
        {groups.map((group) => (
          <li key={senderKey(group)} className="jn-sender" data-current={senderKey(group) === openKey || undefined}>
            {group.standing === null && <Checkbox aria-label={text.choose(group.name)} checked={chosen.has(senderKey(group))} onChange={(_, { checked }) => tick(senderKey(group), checked === true)} />}
            <SenderLine group={group} current={senderKey(group) === openKey} onOpen={() => onOpen(senderKey(group))} />
          </li>
        ))}
      </ul>
      {queue.hasNextPage && <Button className="jn-queue-start" disabled={queue.isFetchingNextPage} onClick={() => void queue.fetchNextPage()}>{text.more}</Button>}
    </section>
  )
}

function SenderLine({ group, current, onOpen }: { group: SenderGroup; current: boolean; onOpen(): void }) {
  const { locale } = useSurroundings()
  const text = unrecognisedTexts[locale]
  const dates = useDates()
  return (
    <button type="button" className="jn-sender-open" data-sender={senderKey(group)} aria-current={current || undefined} onClick={onOpen}>
      <span className="jn-sender-name"><span className="jn-breakable">{group.name}</span><span className="jn-sender-count" title={text.contacts(group.contacts)}>{group.contacts.toLocaleString(locale)}</span></span>
      {group.suggestion && !group.standing && <span className="jn-sender-guess jn-breakable">{text.suggestion(group.suggestion.counterparty.name)}</span>}
      {group.standing && <span className="jn-breakable">{text.standing[group.standing.decision]}</span>}
      {group.warning && <span className="jn-sender-warning jn-with-icon"><Warning16Regular aria-hidden="true" /><span className="jn-breakable">{group.warning}</span></span>}
      <span className="jn-second jn-quiet">{[text.between(dates.near(group.oldestAt), dates.near(group.newestAt)), group.addressCount > 1 && text.addresses(group.addressCount)].filter(Boolean).join(' · ')}</span>
    </button>
  )
}
