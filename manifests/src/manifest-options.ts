import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { validate as isGuid } from 'uuid'
import { type MenuLanguage, menuLanguages } from './gmail/gmail-labels'
import { outlookAddinId } from './outlook/outlook-facts'
import { packageFolder, productVersion } from './package-folder'
import { ManifestUsageError, parseServerAddress } from './server-address'

/** What a manifest is made of. */
export interface ManifestSettings {
  /** Origin of the server. */
  url: string
  /** Application (client) id in Entra; null: the unified manifest asks for no consent. */
  clientId: string | null
  /** GUID of the add-in in mail clients and admin centers. */
  id: string
  /** ReadItem without multi-select and no-item context. */
  minimal: boolean
  /** Gmail: the rest of the open conversation can be registered too. */
  conversations: boolean
  /** Of Gmail's menu, which has one for everybody. */
  language: MenuLanguage
  supportUrl: string
  /** x.y.z */
  version: string
  /** The fourth number of the XML's version: what changes between two releases must still be newer. */
  revision: number
}

export interface ManifestOptions {
  check: boolean
  /** null: what lies in the folder is checked. */
  settings: ManifestSettings | null
  folder: string
}

export const usage = [
  'usage: npm run manifests -- --url https://crm.example.com [--client-id GUID] [--minimal] [--conversations] [--language en|ru] [--id GUID] [--revision N] [--support-url URL] [--out DIR]',
  '       npm run manifests -- --check [--out DIR]          checks what was written',
  '       npm run manifests -- --check --url … [options]    checks what would be written',
].join('\n')

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const known = { url: text, 'client-id': text, minimal: flag, conversations: flag, language: text, id: text, revision: text, 'support-url': text, out: text, check: flag }

function readArgs(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: known }).values
  } catch (error) {
    throw new ManifestUsageError((error as Error).message.split('. ')[0] ?? 'The arguments could not be read')
  }
}

function guid(name: string, value: string): string {
  if (!isGuid(value)) throw new ManifestUsageError(`--${name} must be a GUID such as ${outlookAddinId}, not "${value}"`)
  return value.toLowerCase()
}

function wholeNumber(value: string): number {
  if (!/^\d{1,5}$/.test(value)) throw new ManifestUsageError(`--revision must be a whole number of at most five digits, not "${value}"`)
  return Number(value)
}

function menuLanguage(value: string): MenuLanguage {
  const language = menuLanguages.find((one) => one === value)
  if (!language) throw new ManifestUsageError(`--language must be ${menuLanguages.join(' or ')}, not "${value}"`)
  return language
}

function httpsPage(value: string): string {
  if (!URL.canParse(value) || new URL(value).protocol !== 'https:') throw new ManifestUsageError(`--support-url must be an https address, not "${value}"`)
  return new URL(value).href
}

export function parseManifestOptions(args: readonly string[]): ManifestOptions {
  const given = readArgs(args)
  const check = given.check ?? false
  const folder = resolve(given.out ?? `${packageFolder()}/dist`)
  if (given.url === undefined) {
    if (!check) throw new ManifestUsageError('--url is missing: the address at which mail clients reach the server')
    const idle = (['client-id', 'minimal', 'conversations', 'language', 'id', 'revision', 'support-url'] as const).find((name) => given[name] !== undefined)
    if (idle) throw new ManifestUsageError(`--${idle} needs --url: without it, --check reads what lies in ${folder}`)
    return { check, settings: null, folder }
  }
  const url = parseServerAddress(given.url)
  const settings = {
    url, version: productVersion(), revision: wholeNumber(given.revision ?? '0'), minimal: given.minimal ?? false,
    conversations: given.conversations ?? false, language: menuLanguage(given.language ?? 'en'),
    clientId: given['client-id'] === undefined ? null : guid('client-id', given['client-id']),
    id: given.id === undefined ? outlookAddinId : guid('id', given.id),
    supportUrl: given['support-url'] === undefined ? `${url}/journal/` : httpsPage(given['support-url']),
  }
  return { check, settings, folder }
}
