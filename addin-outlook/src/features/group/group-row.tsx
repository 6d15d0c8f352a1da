import { Checkbox, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { useId, useRef, useState } from 'react'
import type { MailAddress } from '@counterpane/shared/domain/message'
import { nearDate } from '@counterpane/shared/text/dates'
import { type GroupTexts, groupTexts } from '@counterpane/shared/text/group-pane'
import { DateText } from '@counterpane/shared/ui/date-text'
import { contactHref, journalTab } from '../../app/journal-links'
import { useDates, usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { shownAddress } from '../identify/shown-address'
import type { GroupDesk } from './group-desk'
import { type GroupLine, mayChoose, mayTick } from './group-lines'
import { LineChooser } from './line-chooser'
import { LineEnd } from './line-end'

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: '32px minmax(0, 1fr)', columnGap: '4px', padding: '6px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, marginInlineStart: '-8px' },
  mark: { display: 'grid', placeItems: 'start center', color: tokens.colorNeutralForeground3, paddingTop: '6px' },
  sure: { color: tokens.colorPaletteGreenForeground1, fontSize: '16px' },
  words: { minWidth: 0, overflowWrap: 'anywhere', paddingTop: '6px' },
  top: { display: 'flex', columnGap: '8px', alignItems: 'baseline' },
  date: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap', marginInlineStart: 'auto' },
  link: { fontSize: tokens.fontSizeBase200, lineHeight: '24px' },
})
interface Props { line: GroupLine; desk: GroupDesk; frozen: boolean; tabStop: boolean; onFocus: () => void }

/** One email: what it is, whose it becomes and why, or why it does not. */
export function GroupRow({ line, desk, frozen, tabStop, onFocus }: Props) {
  const { locale, owner } = usePaneState()
  const texts = groupTexts[locale]
  const pane = usePaneStyles()
  const styles = useStyles()
  const dates = useDates()
  const id = useId()
  const [choosing, setChoosing] = useState(false)
  const changer = useRef<HTMLButtonElement>(null)
  const { message, standing, contact, match, choice, outcome } = line
  const subject = line.subject || texts.noSubject
  const at = message?.snapshot.receivedAt ?? message?.snapshot.sentAt
  const from = message?.snapshot.from
  const sentTo = from && from.address.toLowerCase() === owner.address.toLowerCase() ? message?.snapshot.to[0] : undefined
  const sender = sentTo ? texts.to(nameOf(sentTo, texts)) : from ? nameOf(from, texts) : ''
  const close = () => { setChoosing(false); changer.current?.focus() }
  return (
    <li className={styles.row} aria-labelledby={`${id}-subject`}>
      {mayTick(line)
        ? <Checkbox checked={line.ticked} disabled={frozen} tabIndex={tabStop ? 0 : -1} onFocus={onFocus} onChange={(_, { checked }) => desk.tick(line.itemId, checked === true)} aria-label={texts.tick(subject, sender)} aria-describedby={`${id}-client`} />
        : <span className={mergeClasses(styles.mark, outcome !== null && styles.sure)} aria-hidden>{outcome?.kind === 'registered' || outcome?.kind === 'joined' ? <CheckmarkCircleFilled /> : '–'}</span>}
      <div className={styles.words}>
        <div className={styles.top}>
          <span id={`${id}-subject`} className={pane.plain}><bdi>{subject}</bdi></span>
          {at && <span className={styles.date}><DateText at={at} dates={dates} withTime={false} /></span>}
        </div>
        <div id={`${id}-client`}>
          {message && <span className={pane.plain}>{sender}{clientWords(line, texts)}</span>}
          <p className={pane.quiet}>{reasonWords(line, texts)}</p>
        </div>
        {standing === 'registered' && contact && (
          <p className={pane.quiet}>{texts.already(contact.registeredBy?.name ?? '', nearDate(contact.createdAt, dates))} {contact.counterparty && `${texts.alreadyFor(contact.counterparty.name)} `}<Link className={styles.link} href={contactHref(contact.id)} target={journalTab}>{texts.open}</Link></p>
        )}
        {outcome && <LineEnd line={line} onRetry={frozen ? null : () => void desk.retryOne(line.itemId)} />}
        {mayChoose(line) && !frozen && (
          <div className={pane.row}>
            {standing === 'suggested' && choice === null && match && <Link as="button" className={styles.link} onClick={() => desk.choose(line.itemId, { counterparty: match.counterparty, person: match.person })}>{texts.itIs}</Link>}
            <Link ref={changer} as="button" className={styles.link} aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>{standing === 'ready' || choice ? texts.change : texts.choose}</Link>
          </div>
        )}
        {standing === 'unread' && !frozen && !outcome && <Link as="button" className={styles.link} onClick={() => void desk.readAgain([line.itemId])}>{texts.retry}</Link>}
        {choosing && mayChoose(line) && <LineChooser line={line} onClose={close} onChoose={(chosen) => { desk.choose(line.itemId, chosen); close() }} />}
      </div>
    </li>
  )
}

const nameOf = ({ name, address }: MailAddress, texts: GroupTexts) => name || shownAddress(address) || texts.noSender

/** "→ ООО «Вектор»", with the person when it is another than the sender says. */
function clientWords({ choice, match, standing }: GroupLine, texts: GroupTexts): string {
  if (choice) return ` → ${choice.counterparty?.name ?? texts.withoutClient}`
  if (standing === 'suggested') return ` → ${texts.perhaps(match?.counterparty?.name ?? match?.person?.name ?? '')}`
  if (standing === 'several') return ''
  const name = match?.counterparty?.name ?? match?.person?.name
  return (standing === 'ready' || standing === 'twice') && name ? ` → ${name}` : ''
}

function reasonWords({ choice, match, standing, late }: GroupLine, texts: GroupTexts): string {
  if (choice) return texts.byYou
  switch (standing) {
    case 'several': return texts.several
    case 'needs-client': return texts.needsClient
    case 'colleague': return texts.colleague
    case 'excluded': return texts.excluded
    case 'blocked': return texts.blocked
    case 'twice': return texts.twice
    case 'unread': return late ? texts.unreadLate : texts.unread
    case 'registered': return ''
    default: return match?.reason ?? ''
  }
}
