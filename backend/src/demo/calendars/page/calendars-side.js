import { make } from './calendars-days.js'

const timeOf = (instant, locale) => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(instant))

export function standingOf(calendar, { words, locale }) {
  if (!calendar) return words.unconnected
  const parts = [words.state[calendar.state] ?? calendar.state]
  if (calendar.waitUntil !== null && calendar.state === 'waiting') parts.push(words.until(timeOf(calendar.waitUntil, locale)))
  if (calendar.lastRoundAt !== null) parts.push(words.since(timeOf(calendar.lastRoundAt, locale)))
  return parts.join(' · ')
}

/** The team's calendars; the chosen one is marked. */
export function drawMembers(members, { words, chosen, choose }) {
  return members.map(({ name, address, kind, calendar }) => make('li', {},
    make('button', { type: 'button', 'data-key': `member ${address}`, 'aria-current': address === chosen ? 'true' : null, onclick: () => choose(address) },
      make('span', { class: 'name' }, name), make('span', { class: 'quiet' }, words[kind]),
      make('span', { class: `light ${calendar?.state ?? 'none'}`, title: calendar ? words.state[calendar.state] ?? '' : words.unconnected, role: 'img', 'aria-label': calendar ? words.state[calendar.state] ?? '' : words.unconnected }))))
}

export function drawHappened(happened, { words, locale, members, choose }) {
  const nameOf = (mailbox) => members.find(({ address }) => address === mailbox)?.name ?? mailbox
  return happened.slice(0, 12).map(({ at, kind, mailbox, subject }) => make('li', {},
    make('time', { class: 'quiet', datetime: new Date(at).toISOString() }, timeOf(at, locale)), ' ', make('strong', {}, words.happened[kind] ?? kind), ` ${subject} `,
    make('button', { type: 'button', class: 'plain', 'data-key': `happened ${at} ${mailbox}`, onclick: () => choose(mailbox) }, nameOf(mailbox))))
}

/** What a provider, or the chosen calendar, can be made to do. */
export function drawTroubles({ troubles, chosen, kind }, { words, order }) {
  const box = (key, label, checked, on) => make('label', {}, make('input', { type: 'checkbox', 'data-key': key, checked, onchange: (event) => on(event.target.checked) }), ` ${label}`)
  const ofProvider = (which) => make('fieldset', {}, make('legend', {}, words[which]),
    make('button', { type: 'button', 'data-key': `throttle ${which}`, 'aria-pressed': String(troubles[which].throttled), onclick: () => order({ verb: 'throttle', kind: which }) }, troubles[which].throttled ? words.throttled : words.throttle),
    box(`outage ${which}`, words.outage, troubles[which].outage, (on) => order({ verb: 'outage', kind: which, on })),
    box(`silence ${which}`, words.silence, troubles[which].silent, (on) => order({ verb: 'silence', kind: which, on })))
  const own = chosen && kind && make('fieldset', {}, make('legend', {}, words.thisOne),
    box('sign-out', kind === 'google' ? words.signOut : words.takeBack, troubles[kind].signedOut.includes(chosen), (on) => order({ verb: 'sign-out', mailbox: chosen, on })),
    make('p', { class: 'quiet' }, words.hourly),
    make('button', { type: 'button', 'data-key': 'expire', onclick: () => order({ verb: 'expire', mailbox: chosen }) }, words.expire))
  return [own || '', ofProvider('exchange'), ofProvider('google')].filter(Boolean)
}
