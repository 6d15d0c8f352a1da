import express, { type NextFunction, type Request, type Response, Router } from 'express'
import type { CalendarCopy, CalendarWorld, WorldClock, WorldMailbox } from '../world/calendar-world.types'
import { createGoogleAccounts } from './demo-google-accounts'
import { createGoogleChannels } from './demo-google-channels'
import { createConsentPage } from './demo-google-consent'
import { createGoogleCounts } from './demo-google-counts'
import { etagOf, toGoogleItem, type GoogleItem, type ItemContext } from './demo-google-event'
import { createGoogleListing } from './demo-google-listing'
import { readListQuery } from './demo-google-queries'
import { answerRefusal, calendarRefusals, RefusedRequest, refuseWith } from './demo-google-refusals'
import { createTokenEndpoint } from './demo-google-tokens'
import { createGoogleTroubles, type CalendarOperation, type GoogleTroubleKind } from './demo-google-troubles'
import { createGoogleKeepsakes } from './demo-google-keepsakes'
import { createGoogleWrites, readBody } from './demo-google-writes'

/** `root`: where this stand-in listens; asked when it is said. */
export interface GoogleStandInDeps { world: CalendarWorld; clock: WorldClock; root: () => string }
interface Visit { mailbox: WorldMailbox; trouble: GoogleTroubleKind | null }
type Handler = (visit: Visit, request: Request, response: Response) => void

/** The Calendar API v3 over the demo's world, as strict as the real one: tokens and scopes, sync tokens, etags, channels, errors. It fails when it is told to. */
export function createGoogleCalendarStandIn({ world, clock, root }: GoogleStandInDeps) {
  const mailboxes = () => world.mailboxes().filter(({ kind }) => kind === 'google').map(({ address }) => address)
  const mailboxOf = (address: string) => world.mailboxes().find((one) => one.kind === 'google' && one.address.toLowerCase() === address.toLowerCase()) ?? null
  const accounts = createGoogleAccounts({ knows: (address) => mailboxOf(address) !== null })
  const counts = createGoogleCounts()
  const troubles = createGoogleTroubles({ clock })
  const channels = createGoogleChannels({ clock, root })
  const keepsakes = createGoogleKeepsakes()
  const contextFor = (mailbox: WorldMailbox): ItemContext => ({ mailbox, propertiesOf: keepsakes.propertiesOf, idOf: keepsakes.idOf })
  const listing = createGoogleListing({ world, contextFor })
  const writes = createGoogleWrites({ world, keepProperties: keepsakes.keepProperties, keepId: keepsakes.keepId })
  const stopListening = world.on(({ mailbox }) => { if (mailboxOf(mailbox)) channels.changed(mailboxOf(mailbox)?.address ?? mailbox) })
  const router = Router()
  const present = (mailbox: WorldMailbox, copy: CalendarCopy): GoogleItem => keepsakes.spoiled(mailbox.address, toGoogleItem(copy, contextFor(mailbox)))

  /** Tokens, scopes and the calendar's name, before anything is done; counted, and met by what was ordered to go wrong. */
  function visit(operation: CalendarOperation, handle: Handler, { write = false, settings = false } = {}) {
    return async (request: Request, response: Response) => {
      const grant = accounts.open(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '')
      const mailbox = grant && mailboxOf(grant.mailbox)
      if (!grant || !mailbox) return answerRefusal(response, calendarRefusals.unsigned)
      counts.begin(mailbox.address, operation, request, response)
      const trouble = await troubles.meet(request, response, { mailbox: mailbox.address, operation })
      if (trouble === true) return
      const mayRead = settings ? grant.scopes.some((scope) => /\/auth\/calendar(\.readonly)?$/.test(scope)) : grant.mayRead
      if (write ? !grant.mayWrite : !mayRead) return answerRefusal(response, calendarRefusals.unscoped)
      const calendar = String(request.params.calendarId ?? 'primary').toLowerCase()
      if (calendar !== 'primary' && calendar !== mailbox.address.toLowerCase()) return answerRefusal(response, calendarRefusals.missing)
      handle({ mailbox, trouble }, request, response)
    }
  }
  function copyOf(mailbox: WorldMailbox, request: Request): CalendarCopy {
    return world.find(mailbox.address, keepsakes.eventOf(mailbox.address, String(request.params.eventId))) ?? refuseWith(calendarRefusals.missing)
  }
  function unchanged(request: Request, copy: CalendarCopy): void {
    const wanted = request.headers['if-match']
    if (wanted !== undefined && wanted !== '*' && wanted !== etagOf(copy)) refuseWith(calendarRefusals.changed)
  }
  /** Guests who would be written to: nobody may ever be, because of us. */
  function noteLetters(request: Request, guests: number): void {
    if (guests > 0 && request.query.sendUpdates !== 'none') counts.letter(guests)
  }
  const guestsOf = (copy: CalendarCopy) => copy.attendees.filter(({ address }) => address.toLowerCase() !== copy.mailbox.toLowerCase()).length

  const events = '/calendar/v3/calendars/:calendarId/events'
  router.use(createTokenEndpoint({ accounts, root, asked: counts.token, meet: (request, response, mailbox) => troubles.meet(request, response, { mailbox, operation: 'token' }) }), createConsentPage({ accounts, mailboxes }))
  router.use(express.json({ limit: '5mb' }))
  router.get('/calendar/v3/calendars/:calendarId', visit('calendar', ({ mailbox }, _request, response) => {
    response.json({ kind: 'calendar#calendar', etag: '"c1"', id: mailbox.address, summary: mailbox.address, timeZone: mailbox.zone, conferenceProperties: { allowedConferenceSolutionTypes: ['hangoutsMeet'] } })
  }, { settings: true }))
  router.get(events, visit('list', ({ mailbox, trouble }, request, response) => {
    const found = listing.list(mailbox, readListQuery(request.query), { loop: trouble === 'page-loop', withoutSyncToken: trouble === 'no-sync-token' })
    response.json({ ...found, items: (found.items as GoogleItem[]).map((item) => keepsakes.spoiled(mailbox.address, item)) })
  }))
  router.post(`${events}/watch`, visit('watch', ({ mailbox }, request, response) => { response.json(channels.watch(mailbox.address, request.body)) }))
  router.post('/calendar/v3/channels/stop', visit('stop', ({ mailbox }, request, response) => {
    channels.stop(mailbox.address, request.body)
    response.status(204).end()
  }))
  router.get(`${events}/:eventId`, visit('get', ({ mailbox }, request, response) => { response.json(present(mailbox, copyOf(mailbox, request))) }))
  router.post(events, visit('insert', ({ mailbox }, request, response) => {
    const body = readBody(request.body)
    if (body.id !== undefined && !/^[a-v0-9]{5,1024}$/.test(body.id)) refuseWith({ ...calendarRefusals.invalid('Invalid resource id value.', 'id') })
    if (body.id !== undefined && world.find(mailbox.address, keepsakes.eventOf(mailbox.address, body.id))) refuseWith(calendarRefusals.duplicate)
    noteLetters(request, body.attendees?.length ?? 0)
    response.json(present(mailbox, writes.insert(mailbox, body)))
  }, { write: true }))
  const change = (whole: boolean) => visit('update', ({ mailbox }, request, response) => {
    const copy = copyOf(mailbox, request)
    unchanged(request, copy)
    if (copy.state === 'gone') refuseWith(calendarRefusals.deleted)
    const body = readBody(request.body)
    noteLetters(request, Math.max(guestsOf(copy), body.attendees?.length ?? 0))
    response.json(present(mailbox, writes.change(mailbox, copy, { body, whole })))
  }, { write: true })
  router.patch(`${events}/:eventId`, change(false))
  router.put(`${events}/:eventId`, change(true))
  router.delete(`${events}/:eventId`, visit('delete', ({ mailbox }, request, response) => {
    const copy = copyOf(mailbox, request)
    if (copy.state === 'gone') refuseWith(calendarRefusals.deleted)
    unchanged(request, copy)
    noteLetters(request, guestsOf(copy))
    writes.remove(mailbox, copy)
    response.status(204).end()
  }, { write: true }))
  router.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (error instanceof RefusedRequest) return answerRefusal(response, error.refusal)
    if (error instanceof SyntaxError) return answerRefusal(response, calendarRefusals.unparsed)
    next(error)
  })

  return {
    router, accounts, counts, troubles, channels,
    /** Sync tokens of this mailbox are refused from now on: a full round is needed. */
    expireCursors: (mailbox: string) => listing.expire(mailboxOf(mailbox)?.address ?? mailbox),
    /** This event can't be understood any more, until it is told to be well again; the others are whole. */
    poison: keepsakes.poison, cure: keepsakes.cure,
    /** The id by which programs know an event of the world, and back. */
    idOf: keepsakes.idOf, eventOf: keepsakes.eventOf,
    close() { stopListening(); channels.close() },
  }
}
export type GoogleCalendarStandIn = ReturnType<typeof createGoogleCalendarStandIn>
