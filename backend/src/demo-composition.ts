import { fork } from 'node:child_process'
import { join } from 'node:path'
import { Router } from 'express'
import { readAttachedBytes } from './adapters/mail-files/read-attached-bytes'
import { readMailFolder } from './adapters/mail-files/read-mail-folder'
import type { Config } from './config'
import { createGmailDemo } from './demo/gmail/gmail-demo'
import { createOutlookDemoRoutes } from './demo/outlook/outlook-demo.routes'
import type { CalendarProviders } from './calendar-composition'
import { calendarProvidersOf } from './calendar-settings'
import { createCalendarsDemo } from './demo/calendars/calendars-demo'
import type { GoogleSettings } from './gmail-composition'
import { openConnection } from './platform/db/connection'
import type { Db } from './platform/db/database'
import type { Log } from './platform/log/logger'
import type { Clock } from './ports/clock'

/** The mailbox that both stand-ins show. */
const owner = { name: 'Olga Smirnova', address: 'olga@demo.example' }

/** `withCalendars`: the team's calendars are made and connected, and things happen in them; off for tests that don't ask for it. */
export interface DemoDeps { config: Config; root: string; mailFolder: string; serverUrl: () => string; db: Db; log: Log; clock: Clock; withGoogle: boolean; withCalendars: boolean }
export interface Demo { routes: Router; google: GoogleSettings | null; calendars: CalendarProviders | null; close(): Promise<void> }

/** The stand-ins of both mail clients around the real pane and the real add-on, and of both calendars. Google's is off when the settings name another Google, the calendars when they name any other. */
export async function composeDemo({ config, root, mailFolder, serverUrl, db, log, clock, withGoogle, withCalendars }: DemoDeps): Promise<Demo> {
  const mail = await readDemoMail({ mailFolder, log })
  const routes = Router()
  routes.use(createOutlookDemoRoutes({ mail, root }))
  const own = calendarProvidersOf(config)
  const [calendars, gmail] = await Promise.all([
    withCalendars && own.graph === null && own.google === null ? createCalendarsDemo({ clock, db, playing: true }) : null,
    withGoogle ? createGmailDemo({ mail, publicUrl: config.PUBLIC_URL, serverUrl, clock }) : null,
  ])
  if (calendars) routes.use(calendars.routes)
  if (gmail) routes.use(gmail.routes)
  return {
    routes, calendars: calendars?.providers ?? null, google: gmail && { clientId: gmail.clientId, serviceAccount: gmail.serviceAccount, certsUrl: gmail.certsUrl, apiRoot: gmail.apiRoot },
    async close() { await Promise.all([gmail?.close(), calendars?.close()]) },
  }
}

async function readDemoMail({ mailFolder, log }: Pick<DemoDeps, 'mailFolder' | 'log'>) {
  const files = await readMailFolder(mailFolder)
  const unreadable = files.filter((file) => file.unreadable !== undefined)
  for (const file of unreadable) log.warn({ file: file.fileName, reason: file.unreadable }, 'a message file is left out')
  const readable = files.filter((file) => file.unreadable === undefined)
  const get = (id: string) => readable.find((file) => file.id === id) ?? null
  const bytesOf = async (id: string, at: number) => {
    const file = get(id)
    return file && ((await readAttachedBytes(mailFolder, file.fileName))[at] ?? null)
  }
  return { owner, list: () => readable, get, bytesOf }
}

/** Fills an empty database with the demo's team and clients; a database with managers is left as it is. */
export async function seedWhenEmpty(path: string, clock: Clock): Promise<boolean> {
  const connection = openConnection(path)
  const empty = connection.prepare('SELECT 1 FROM Manager LIMIT 1').all().length === 0
  connection.close()
  if (!empty) return false
  const writer = fork(join(__dirname, 'demo/write-demo-seed.js'), [path, String(thisMorning(clock.now()))])
  const code = await new Promise<number | null>((done, failed) => writer.once('error', failed).once('exit', done))
  if (code !== 0) throw new Error(`The demo data could not be written (exit code ${code}).`)
  return true
}

const [hour, day] = [3_600_000, 86_400_000]

/** Nine o'clock in Moscow today, or the night before it: the demo is the same all day, and nothing of it lies in a future that should have happened. */
export function thisMorning(now: Date): number {
  const midnight = Math.floor(now.getTime() / day) * day
  return now.getTime() >= midnight + 6 * hour ? midnight + 6 * hour : midnight
}
