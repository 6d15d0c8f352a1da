import type { TrailEntry } from '@counterpane/shared/contract/trail'
import { changesTexts } from '@counterpane/shared/text/changes-journal'
import { exactDate } from '@counterpane/shared/text/dates'
import { trailTexts } from '@counterpane/shared/text/trail-journal'
import { Button, Link } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { DateTime } from '../parts/date-time'
import { clientPlace, placeHref, type Place } from '../view/hash-route'

const longest = 200
const brief = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)

const isInstant = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text)

/** Where the thing itself is seen; null: it has no page of its own. */
function placeOf({ noun, nounId, clientId, title }: TrailEntry): Place | null {
  if (noun === 'contact' && title !== null) return { page: 'journal', search: 'period=all', contactId: nounId }
  return clientId === null ? null : clientPlace(clientId)
}

/** One change: when and by whom, of what, and its fields as people know them. */
export function TrailLine({ entry, onOrder }: { entry: TrailEntry; onOrder: (setId: string) => void }) {
  const { locale } = useSurroundings()
  const [text, words] = [trailTexts[locale].trail, changesTexts[locale]]
  const { at, manager, noun, action, title, fields, setId, masked, undone } = entry
  const place = placeOf(entry)
  const name = title ?? (masked ? text.masked : '')
  const shown = (value: string) => (isInstant(value) ? exactDate(value, { locale, now: new Date() }) : brief(value))
  // What was empty and stays so is no news.
  const told = fields.filter(({ before, after }) => Boolean(before) || Boolean(after))
  return (
    <li>
      <div className="jn-trail-when"><DateTime at={at} /><span>{manager?.name ?? words.by}</span></div>
      <div className="jn-trail-what">
        <span>{text.nouns[noun] ?? noun}{name !== '' && <>{' · '}{place && title !== null ? <Link href={placeHref(place)}>{title}</Link> : <span className={title === null ? 'jn-quiet' : undefined}>{name}</span>}</>}</span>
        <span className="jn-quiet">{words.action[action] ?? text.actions[action] ?? action}{undone && ` · ${text.took}`}</span>
        {told.length > 0 && (
          <dl className="jn-trail-fields">
            {told.map(({ field, before, after }) => (
              <div key={field}>
                <dt>{words.field[field] ?? text.fields[field] ?? field}</dt>
                <dd>{before !== null && <><span className="jn-hidden">{words.before}: </span><span className="jn-trail-old">{shown(before)}</span>{' → '}</>}<span className="jn-hidden">{words.after}: </span>{after === null ? words.empty : shown(after)}</dd>
              </div>
            ))}
          </dl>
        )}
        {setId !== null && <div><Button size="small" appearance="transparent" onClick={() => onOrder(setId)}>{text.together}</Button></div>}
      </div>
    </li>
  )
}
