// The add-in's own facts: identity, version, texts, addresses, requirements.
import { type Element } from '@xmldom/xmldom'
import { validate as isGuid } from 'uuid'
import { isLoopback } from '../server-address'
import { mailboxFloor, signInOrigin } from '../outlook/outlook-facts'
import { type Finding } from './finding'
import { ancestor, attribute, childOf, childrenOf, textOf, type XmlManifest } from './xml-reading'

export function identity(manifest: XmlManifest): Finding[] {
  const id = childOf(manifest.root, 'Id')
  const faults = id && !isGuid(textOf(id)) ? [manifest.finding('identity', id, `"${textOf(id)}" is not a GUID`)] : []
  // Policy 1120.1: a page of support and a picture for dense screens.
  const missing = ['Id', 'Version', 'IconUrl', 'HighResolutionIconUrl', 'SupportUrl'].filter((name) => !childOf(manifest.root, name))
  return [...faults, ...missing.map((name) => manifest.finding('identity', manifest.root, `${name} is missing`))]
}

export function version(manifest: XmlManifest): Finding[] {
  const element = childOf(manifest.root, 'Version')
  if (!element || /^\d{1,5}(\.\d{1,5}){3}$/.test(textOf(element))) return []
  return [manifest.finding('version', element, `the version must be four numbers of at most five digits, such as 1.2.3.0, not "${textOf(element)}"`)]
}

const longest: Record<string, number> = { DisplayName: 125, Description: 250, ProviderName: 125, ShortStrings: 125, LongStrings: 250 }

export function textLengths(manifest: XmlManifest): Finding[] {
  return manifest.all('DisplayName', 'Description', 'ProviderName', 'String').flatMap((element) => {
    const most = longest[String(element.localName)] ?? longest[String(element.parentNode?.localName)] ?? Infinity
    const texts = [attribute(element, 'DefaultValue') || textOf(element), ...childrenOf(element).map((child) => attribute(child, 'Value'))]
    return texts.filter((text) => text.length > most).map((text) => manifest.finding('text-lengths', element, `"${text.slice(0, 30)}…" has ${text.length} characters; ${most} are the most`))
  })
}

const holdsAddress = new Set(['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation', 'Image', 'Url'])

export function addresses(manifest: XmlManifest): Finding[] {
  const named = manifest.all().filter((element) => holdsAddress.has(String(element.localName)) || holdsAddress.has(String(element.parentNode?.localName)))
  const values = named.flatMap((element) => ['DefaultValue', 'Value'].filter((name) => element.hasAttribute(name)).map((name) => [element, attribute(element, name)] as const))
  const refused = (text: string): boolean => !URL.canParse(text) || !(/^https:\/\//i.test(text) || (/^http:\/\//i.test(text) && isLoopback(new URL(text))))
  const faults = values.filter(([, text]) => refused(text)).map(([element, text]) => manifest.finding('addresses', element, `"${text}" is not an https address`))
  const domains = manifest.all('AppDomain').filter((element) => refused(textOf(element)) || new URL(textOf(element)).origin !== textOf(element))
  return [...faults, ...domains.map((element) => manifest.finding('addresses', element, `"${textOf(element)}" must be an https origin alone, without a path or a slash at its end`))]
}

/** All pages come from one server; a dialog may go to it and to the sign-in, anywhere else a client opens a browser instead. */
export function domains(manifest: XmlManifest): Finding[] {
  const pages = manifest.all('SourceLocation', 'Url').filter((element) => URL.canParse(attribute(element, 'DefaultValue')))
  const origin = (element: Element): string => new URL(attribute(element, 'DefaultValue')).origin
  const own = pages[0] ? origin(pages[0]) : ''
  const elsewhere = pages.filter((element) => origin(element) !== own).map((element) => manifest.finding('domains', element, `this page is at ${origin(element)}, the first one at ${own}`))
  const listed = manifest.all('AppDomain').map(textOf)
  const missing = [own, signInOrigin].filter((wanted) => wanted && !listed.includes(wanted))
  return [...elsewhere, ...missing.map((wanted) => manifest.finding('domains', childOf(manifest.root, 'AppDomains') ?? manifest.root, `${wanted} is missing among the AppDomains`))]
}

/** Which set each Requirements asks for. Outlook tells at run time whether nested sign-in is there: asked for here, it would hide the add-in from everybody else. */
export function requirements(manifest: XmlManifest): Finding[] {
  const sets = manifest.all('Set')
  const asked = sets.map((element) => ({ element, name: attribute(element, 'Name'), least: attribute(element, 'MinVersion') || attribute(ancestor(element, 'Sets') ?? element, 'DefaultMinVersion') }))
  const foreign = asked.filter(({ name }) => name !== 'Mailbox').map(({ element, name }) => manifest.finding('requirements', element, `${name} must not be required: it is found out when the pane runs`))
  const minor = (text: string): number => Number(text.split('.')[1] ?? NaN)
  const other = asked.filter(({ name, least }) => name === 'Mailbox' && minor(least) !== minor(mailboxFloor)).map(({ element, least }) => manifest.finding('requirements', element, `Mailbox ${least} is required; it must be ${mailboxFloor}: more hides the add-in from phones, less lets in clients that can't run it`))
  const none = manifest.all('Requirements').filter((element) => !asked.some(({ element: set }) => ancestor(set, 'Requirements') === element))
  return [...foreign, ...other, ...none.map((element) => manifest.finding('requirements', element, 'no requirement set is named'))]
}
