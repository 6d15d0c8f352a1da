import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { roles, type Role } from '@counterpane/shared/domain/codes'
import { parseAddress, type AddressKeys } from '@counterpane/shared/matching/address'
import { readConfig, SettingsError, type Config } from '../config'
import { firstCodeWords } from '../first-code-words'
import { offerAdministration } from '../features/access/first-administrator.service'
import { findManagerOfAddress, insertManager } from '../features/access/invitations.repository'
import { invite } from '../features/access/invitations.service'
import { writeAudit } from '../platform/db/audit'
import { filePathOf } from '../platform/db/connection'
import { openDatabase, type Tx } from '../platform/db/database'
import { clockFrom, machineClock } from '../ports/clock'
import { signInWaysOf } from '../provider-ways'

const usage = 'usage: npm run invite -- --email olga@firm.example --name "Olga Smirnova" [--role administrator|lead|manager]\n   or: npm run invite -- --administrator'
class UsageError extends Error {}

interface Invited { keys: AddressKeys; name: string | null; role: Role | null }

function readOptions(args: readonly string[]): Invited {
  const text = { type: 'string' } as const
  try {
    const { email, name, role } = parseArgs({ args: [...args], options: { email: text, name: text, role: text } }).values
    const keys = email === undefined ? null : parseAddress(email)
    if (!keys) throw new Error(email === undefined ? '--email says whom to invite' : `"${email}" can't be read as an e-mail address`)
    const known = roles.find((one) => one === role)
    if (role !== undefined && known === undefined) throw new Error(`--role must be one of ${roles.join(', ')}, not "${role}"`)
    if (name !== undefined && (name.trim() === '' || name.length > 500)) throw new Error('--name must not be empty')
    return { keys, name: name?.trim() ?? null, role: known ?? null }
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** The manager of the address; made when there is none, since somebody has to be the first. */
async function managerFor(tx: Tx, { keys, name, role }: Invited, at: Date) {
  const found = await findManagerOfAddress(tx, keys.addressKey)
  if (found && !found.active) throw new UsageError(`${found.name} is switched off; nobody is invited`)
  if (found) return { ...found, made: false }
  if (name === null) throw new UsageError(`No manager has the address ${keys.address}; give --name to make one`)
  const id = await insertManager(tx, { name, role: role ?? 'manager', keys, at })
  await writeAudit(tx, { managerId: null, noun: 'manager', nounId: id, action: 'created', at, after: { name, role: role ?? 'manager', address: keys.address } })
  return { id, name, role: role ?? 'manager', made: true }
}

/** A code for whoever is to administrate: for a house where nobody can invite, or nobody any more. */
async function offer(): Promise<string> {
  const config = readConfig()
  if (signInWaysOf(config).length === 0) throw new UsageError(config.MODE === 'demo' ? 'This is the demo: managers sign in by choosing themselves, without a code.' : 'Signing in to the journal is not set up: set ENTRA_CLIENT_SECRET beside ENTRA_CLIENT_ID and ENTRA_TENANT_ID, or GOOGLE_CLIENT_SECRET beside GOOGLE_CLIENT_ID.')
  const db = await openDatabase({ path: resolve(filePathOf(config.DATABASE_URL)) })
  try {
    const offered = await offerAdministration({ db, clock: config.COUNTERPANE_CLOCK ? clockFrom(config.COUNTERPANE_CLOCK) : machineClock })
    return firstCodeWords({ ...offered, journal: `${config.PUBLIC_URL}/journal/` })
  } finally {
    await db.close()
  }
}

async function run(args: readonly string[]): Promise<string> {
  if (args.length === 1 && args[0] === '--administrator') return offer()
  const asked = readOptions(args)
  const config = readConfig()
  const at = (config.COUNTERPANE_CLOCK ? clockFrom(config.COUNTERPANE_CLOCK) : machineClock).now()
  const db = await openDatabase({ path: resolve(filePathOf(config.DATABASE_URL)) })
  try {
    const { manager, code, expiresAt } = await db.write(async (tx) => {
      const manager = await managerFor(tx, asked, at)
      return { manager, ...(await invite(tx, { managerId: manager.id, byId: null, at })) }
    })
    const kept = !manager.made && asked.role !== null && asked.role !== manager.role ? [`The role stays ${manager.role}: an invitation does not change it.`] : []
    return [
      `${manager.name} (${asked.keys.address}, ${manager.role}) ${manager.made ? 'is a manager now and is' : 'is'} invited. The code:`, '', `    ${code}`, '',
      `It is shown this once, works once, and until ${expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC. Codes given to ${manager.name} before do not work any more.`,
      'What to do: hand the code over in person or by another way than e-mail. In Outlook, open any message and the Counterpane pane, sign in with the Microsoft',
      'account that will be used every day, and type the code where the pane asks for the invitation. From then on that account is this manager.',
      ...kept, ...hints(config), '',
    ].join('\n')
  } finally {
    await db.close()
  }
}

function hints({ MODE, ENTRA_CLIENT_ID }: Config): string[] {
  if (ENTRA_CLIENT_ID !== undefined) return []
  return [MODE === 'demo' ? 'This is the demo: managers sign in by choosing themselves, without a code.' : 'Sign-in with Microsoft is not set up yet: set ENTRA_CLIENT_ID and ENTRA_TENANT_ID, or the code cannot be used.']
}

run(process.argv.slice(2)).then((words) => { process.stdout.write(words) }, (error: unknown) => {
  const explained = error instanceof UsageError || error instanceof SettingsError
  process.stderr.write(explained ? `${error.message}\n${error instanceof UsageError ? `${usage}\n` : ''}` : `Nobody could be invited: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
