import type { Merge, TwinPair, TwinSide } from '@counterpane/shared/contract/cleaning'
import { cleaningTexts } from '@counterpane/shared/text/cleaning-journal'
import { Badge, Button, Link } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { clientPlace, placeHref } from '../view/hash-route'
import type { Cleaning } from './cleaning-queries'
import { TwinCompare } from './twin-compare'

interface Props { pair: TwinPair; open: boolean; mayMerge: boolean; busy: boolean; merge: Cleaning['merge']; onToggle: () => void; onJudge: (away: boolean) => void; onMerged: (merge: Merge, stays: string) => void }

/** One pair: why it may be one, and what to do with it. */
export function TwinPairItem({ pair, open, mayMerge, busy, merge, onToggle, onJudge, onMerged }: Props) {
  const { locale } = useSurroundings()
  const say = cleaningTexts[locale]
  return (
    <li className="jn-twin" aria-label={say.pairOf(pair.first.name, pair.second.name)}>
      <div className="jn-twin-line">
        <div className="jn-twin-names">{[pair.first, pair.second].map((side) => <TwinName key={side.id} pair={pair} side={side} />)}</div>
        <div className="jn-twin-reasons">
          {pair.reasons.map(({ code, value }) => <Badge key={code} appearance="tint" color={code === 'like-name' || code === 'domain' ? 'informative' : 'brand'} className="jn-twin-reason"><span className="jn-breakable">{value ? `${say.reason[code]}: ${value}` : say.reason[code]}</span></Badge>)}
          <span className="jn-quiet jn-small">{say.score(pair.score)}</span>
        </div>
        <div className="jn-buttons">
          {pair.dismissed === null && <Button size="small" aria-expanded={open} onClick={onToggle}>{open ? say.hide : say.compare}</Button>}
          <Button size="small" appearance="subtle" disabledFocusable={busy} onClick={() => onJudge(pair.dismissed === null)}>{pair.dismissed === null ? say.notSame : say.same}</Button>
        </div>
      </div>
      {open && <TwinCompare pair={pair} mayMerge={mayMerge} merge={merge} onMerged={onMerged} />}
    </li>
  )
}

function TwinName({ pair: { noun }, side }: { pair: TwinPair; side: TwinSide }) {
  const client = noun === 'counterparty' ? side : side.counterparty
  return (
    <span className="jn-twin-name jn-breakable">
      {noun === 'counterparty' ? <Link href={placeHref(clientPlace(side.id))}>{side.name}</Link> : <strong>{side.name}</strong>}
      {noun === 'person' && client && <> <Link className="jn-small" href={placeHref(clientPlace(client.id))}>{client.name}</Link></>}
      <span className="jn-quiet jn-small"> {[side.addresses[0], side.phones[0]].filter(Boolean).join(' · ')}</span>
    </span>
  )
}
