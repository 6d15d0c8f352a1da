import { type DemoDraft, parseRecipients, writeRecipients } from './demo-draft'
import { element } from './demo-dom'
import type { DemoMeeting } from './demo-meetings'
import type { DemoWords } from './demo-words'

function field(id: string, label: string, control: HTMLInputElement | HTMLTextAreaElement, value: string, onInput: (value: string) => void, onDone?: () => void) {
  const row = element('div', 'field')
  const name = element('label', '', label)
  name.htmlFor = id
  control.id = id
  control.value = value
  control.addEventListener('input', () => {
    onInput(control.value)
    // A separator after a name resolves it, as leaving the field does.
    if (onDone && /[;,]\s*$/.test(control.value)) onDone()
  })
  if (onDone) control.addEventListener('change', onDone)
  row.append(name, control)
  return row
}
const line = (type = 'text') => Object.assign(element('input', ''), { type, autocomplete: 'off' })

/** A letter that is being written. The form is drawn once for each letter and writes into it. */
export function drawLetter(place: HTMLElement, draft: DemoDraft, notices: HTMLElement[], words: DemoWords, onRecipients: () => void) {
  const body = field('letter-body', words.letterText, element('textarea', 'grow'), draft.body, (text) => { draft.body = text })
  const files = element('ul', 'files')
  for (const file of draft.files) files.append(element('li', '', file.name))
  place.replaceChildren(
    ...notices,
    field('letter-to', words.to, line(), writeRecipients(draft.to), (text) => { draft.to = parseRecipients(text) }, onRecipients),
    field('letter-cc', words.cc, line(), writeRecipients(draft.cc), (text) => { draft.cc = parseRecipients(text) }, onRecipients),
    field('letter-subject', words.subject, line(), draft.subject, (text) => { draft.subject = text }),
    ...(draft.files.length > 0 ? [files] : []), body,
  )
}

const local = (at: string) => {
  const date = new Date(at)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** One's own appointment: it can be moved, and others invited. */
export function drawOrganised(place: HTMLElement, meeting: DemoMeeting, notices: HTMLElement[], words: DemoWords, onChange: (what: 'recipients' | 'time') => void) {
  const time = (set: (at: string) => void) => (value: string) => { if (value) set(new Date(value).toISOString()) }
  const others = meeting.required.filter(({ address }) => address !== meeting.organizer.address)
  const text = Object.assign(element('textarea', 'grow'), { readOnly: true })
  place.replaceChildren(
    ...notices,
    field('meeting-subject', words.subject, line(), meeting.subject, (value) => { meeting.subject = value }),
    field('meeting-required', words.attendees, line(), writeRecipients(others), (value) => { meeting.required = [meeting.organizer, ...parseRecipients(value)] }, () => onChange('recipients')),
    field('meeting-optional', words.optional, line(), writeRecipients(meeting.optional), (value) => { meeting.optional = parseRecipients(value) }, () => onChange('recipients')),
    field('meeting-start', words.starts, line('datetime-local'), local(meeting.startsAt), time((at) => { meeting.startsAt = at }), () => onChange('time')),
    field('meeting-end', words.ends, line('datetime-local'), local(meeting.endsAt), time((at) => { meeting.endsAt = at }), () => onChange('time')),
    field('meeting-location', words.location, line(), meeting.location, (value) => { meeting.location = value }),
    ...(meeting.seriesId ? [element('div', 'quiet', words.series)] : []), field('meeting-text', words.letterText, text, meeting.text, () => undefined),
  )
}
