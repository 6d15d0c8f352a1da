import type { Request, Response } from 'express'
import type { GraphEvent } from './demo-graph-event'

/**
 * A good answer, bent. `truncated`: whole by its headers, cut JSON. `mid-body`: the connection ends half way. `stall-mid-body`: half of it, then nothing for so long. Links: to another house, to the page
 * itself, none, both. Rows: words that nobody knows, facts that are missing, one row that can't be understood, a body of 4 MB, a thousand guests.
 */
export type AnswerTrouble =
  | { kind: 'truncated' } | { kind: 'mid-body' } | { kind: 'stall-mid-body'; milliseconds: number }
  | { kind: 'foreign-link'; host: string } | { kind: 'loop-link' } | { kind: 'no-link' } | { kind: 'both-links' }
  | { kind: 'unknown-words' } | { kind: 'missing-fields' } | { kind: 'poison-row' } | { kind: 'huge-body' } | { kind: 'crowd' } | { kind: 'sentinel-dates' } | { kind: 'new-fields' }

type Page = Record<string, unknown>
const links = ['@odata.nextLink', '@odata.deltaLink'] as const

export function bendAnswer(trouble: AnswerTrouble, request: Request, response: Response): void {
  const send = (text: string) => response.type('json').send(text)
  response.json = (body: unknown) => {
    const page = body as Page
    const text = JSON.stringify(page)
    switch (trouble.kind) {
      case 'truncated': return send(text.slice(0, Math.max(1, text.length - 12)))
      case 'mid-body':
      case 'stall-mid-body':
        response.set('Content-Type', 'application/json').set('Content-Length', String(Buffer.byteLength(text)))
        response.write(text.slice(0, Math.floor(text.length / 2)), () => { setTimeout(() => request.socket.destroy(), trouble.kind === 'mid-body' ? 5 : trouble.milliseconds).unref() })
        return response
      default: return send(JSON.stringify(bentPage(trouble, page, `${request.protocol}://${request.get('host')}${request.originalUrl}`)))
    }
  }
}

function bentPage(trouble: AnswerTrouble, page: Page, here: string): Page {
  const rows = Array.isArray(page.value) ? (page.value as GraphEvent[]) : null
  const bent = rows ? { ...page, value: rows.map((row, index) => bentRow(trouble, row, index)) } : bentRow(trouble, page, 0)
  const [nextLink, deltaLink] = links
  const link = links.map((name) => page[name]).find((one) => typeof one === 'string') as string | undefined
  const unlinked = Object.fromEntries(Object.entries(bent).filter(([name]) => name !== nextLink && name !== deltaLink))
  switch (trouble.kind) {
    case 'foreign-link': return { ...unlinked, [nextLink]: (link ?? here).replace(/^https?:\/\/[^/]+/, trouble.host) }
    case 'loop-link': return { ...unlinked, [nextLink]: here }
    case 'no-link': return unlinked
    case 'both-links': return { ...unlinked, [nextLink]: link ?? here, [deltaLink]: link ?? here }
    default: return bent
  }
}

function bentRow({ kind }: AnswerTrouble, row: GraphEvent, index: number): GraphEvent {
  if ('@removed' in row) return row
  const bare = row.type === 'occurrence' && !('subject' in row)
  switch (kind) {
    case 'unknown-words': return bare ? row : { ...row, sensitivity: 'unknownFutureValue', showAs: 'asleep', importance: 'vast', responseStatus: { response: 'maybe', time: 'never' }, onlineMeetingProvider: 'carrierPigeon' }
    case 'new-fields': return { ...row, moodOfOrganizer: { value: 'fine' }, '@odata.newThing': 1 }
    case 'missing-fields': return Object.fromEntries(Object.entries(row).filter(([name]) => !['subject', 'organizer', 'attendees', 'body', 'location', 'iCalUId', 'webLink', 'responseStatus'].includes(name)))
    case 'sentinel-dates': return { ...row, end: { dateTime: '9999-12-31T23:59:59.9999999', timeZone: 'UTC' }, originalStartTimeZone: 'tzone://Microsoft/Custom' }
    case 'poison-row': return index === 0 ? { ...row, start: { dateTime: 'soon', timeZone: 42 }, end: null } : row
    case 'huge-body': return index === 0 && !bare ? { ...row, body: { contentType: 'html', content: `<p>${'All work and no play. '.repeat(200_000)}</p>` } } : row
    case 'crowd': return index === 0 && !bare ? { ...row, attendees: Array.from({ length: 1_000 }, (_, i) => ({ type: 'required', status: { response: 'none', time: '0001-01-01T00:00:00Z' }, emailAddress: { name: `Guest ${i}`, address: `guest${i}@crowd.example` } })) } : row
    default: return row
  }
}
