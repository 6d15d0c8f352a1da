// Faults of a unified manifest that its schema can't see. Types describe what our own writer makes; what lies on the disk may be anything,
// so every step down is a step that may fail.
import { validate as isGuid } from 'uuid'
import { commandFunctions } from '../outlook/outlook-facts'
import { outlookSurfaces } from '../outlook/outlook-surfaces'
import { outlookFiles, type PackageFiles } from '../outlook/outlook-package'
import { type Finding } from './finding'
import { pngSize } from './rules-icons'
import { unifiedTexts } from './unified-texts'
import { at, list, type Json, text, walk } from './json-reading'

type Rule = (manifest: Json, report: (rule: string, path: string, sentence: string) => void, files: PackageFiles) => void

const facts: Rule = (manifest, report) => {
  if (!isGuid(text(manifest.id))) report('identity', 'id', `"${text(manifest.id)}" is not a GUID`)
  const hidden = text(at(manifest, 'extensions', 0, 'alternates', 0, 'hide', 'customOfficeAddin', 'officeAddinId'))
  if (!isGuid(hidden)) report('identity', 'extensions[0].alternates', 'the XML add-in that this one replaces is not named: both would stand in the ribbon')
  else if (hidden === manifest.id) report('identity', 'id', 'the unified manifest needs another id than the XML add-in that it hides')
  if (!/^\d+\.\d+\.\d+$/.test(text(manifest.version))) report('version', 'version', `the version must be three numbers such as 1.2.3, not "${text(manifest.version)}"`)
  const client = at(manifest, 'webApplicationInfo', 'id')
  if (client !== undefined && !isGuid(text(client))) report('identity', 'webApplicationInfo.id', `"${text(client)}" is not a GUID`)
}

const addresses: Rule = (manifest, report) => {
  walk(manifest, '', (path, value) => {
    if (typeof value === 'string' && /^http:/i.test(value)) report('addresses', path, `"${value}" is not an https address`)
  })
}

const requirements: Rule = (manifest, report) => {
  walk(manifest, '', (path, value) => {
    for (const [index, one] of list(at(value, 'capabilities')).entries()) {
      if (at(one, 'name') !== 'Mailbox') report('requirements', `${path}.capabilities[${index}]`, `${text(at(one, 'name'))} must not be required: it is found out when the pane runs`)
    }
  })
}

const actions: Rule = (manifest, report) => {
  const extension = at(manifest, 'extensions', 0)
  const offered = list(at(extension, 'runtimes')).flatMap((runtime) => list(at(runtime, 'actions')))
  const ids = offered.map((action) => text(at(action, 'id')))
  const known: string[] = Object.values(commandFunctions)
  for (const action of offered) {
    if (at(action, 'type') === 'executeFunction' && !known.includes(text(at(action, 'id')))) report('functions', 'extensions[0].runtimes', `the commands page knows no function "${text(at(action, 'id'))}"; it knows ${known.join(' and ')}`)
  }
  walk(extension, 'extensions[0]', (path, value) => {
    const asked = at(value, 'actionId')
    if (typeof asked === 'string' && !ids.includes(asked)) report('actions', path, `no runtime has an action "${asked}"`)
    const mode = at(value, 'options', 'sendMode')
    if (at(value, 'type') === 'messageSending' && mode !== 'promptUser') report('launch-events', path, 'sendMode must be promptUser: any other mode can keep a message from being sent')
  })
  const events = list(at(extension, 'autoRunEvents')).flatMap((one) => list(at(one, 'events')))
  for (const event of events) {
    const runtime = list(at(extension, 'runtimes')).find((one) => list(at(one, 'actions')).some((action) => at(action, 'id') === at(event, 'actionId')))
    if (runtime && typeof at(runtime, 'code', 'script') !== 'string') report('launch-events', 'extensions[0].runtimes', 'the script for classic Outlook on Windows is missing')
  }
}

const permissions: Rule = (manifest, report) => {
  const asked = list(at(manifest, 'authorization', 'permissions', 'resourceSpecific')).map((one) => text(at(one, 'name')))
  let several = false
  walk(manifest, '', (_path, value) => { several ||= at(value, 'multiselect') === true })
  const needed = several ? 'Mailbox.ReadWrite.User' : 'MailboxItem.Read.User'
  const path = 'authorization.permissions.resourceSpecific'
  if (!asked.includes(needed)) report('permission', path, `${needed} is missing: ${several ? 'selecting several messages needs it' : 'reading a message needs it'}`)
  if (!asked.includes('Mailbox.SharedFolder')) report('shared-folders', path, 'Mailbox.SharedFolder is missing: shared mailboxes would have no add-in')
  for (const other of asked.filter((name) => name !== needed && name !== 'Mailbox.SharedFolder')) report('permission', path, `${other} is not what this manifest needs`)
}

const surfaces: Rule = (manifest, report) => {
  const there = list(at(manifest, 'extensions', 0, 'ribbons')).flatMap((ribbon) => list(at(ribbon, 'contexts')))
  for (const context of new Set(outlookSurfaces({ minimal: false }).map((surface) => surface.context))) {
    if (!there.includes(context)) report('surfaces', 'extensions[0].ribbons', `the surface ${context} is missing`)
  }
}

const icons: Rule = (manifest, report, files) => {
  for (const [name, pixels] of [['outline', 32], ['color', 192], ['color32x32', 32]] as const) {
    const content = files.get(text(at(manifest, 'icons', name)))
    const size = content && pngSize(content)
    if (size?.width !== pixels || size.height !== pixels) report('icon-files', `icons.${name}`, content ? `${pixels} × ${pixels} pixels are needed` : `the picture "${text(at(manifest, 'icons', name))}" is not in the package`)
  }
}

const rules: Rule[] = [facts, addresses, requirements, actions, permissions, surfaces, icons, unifiedTexts]

export function lintUnified(files: PackageFiles): Finding[] {
  const source = files.get(outlookFiles.unified)
  if (!source) return []
  const findings: Finding[] = []
  const report = (rule: string, path: string, sentence: string): void => void findings.push({ rule, place: `${outlookFiles.unified} ${path}`, sentence })
  try {
    const manifest = JSON.parse(source.toString('utf8')) as Json
    for (const rule of rules) rule(manifest, report, files)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    report('well-formed', '', `this is no JSON: ${error.message}`)
  }
  return findings
}
