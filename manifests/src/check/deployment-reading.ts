// What the rules of a deployment stand on. Types describe what our own writer makes; what lies on the disk may be anything, so every step down is
// a step that may fail.
import { type PackageFiles } from '../outlook/outlook-package'
import { at, type Json, walk } from './json-reading'

export type DeploymentRule = (manifest: Json, report: (rule: string, path: string, sentence: string) => void, files: PackageFiles) => void

export const placeholder = /[<>]|\$\{|\{\{|%7B|\bYOUR[-_]|_URL\b|PLACEHOLDER/i

/** Every address that Google calls, fetches or opens, with its path. */
export function addressesIn(manifest: Json): [path: string, value: string][] {
  const found: [string, string][] = []
  walk(at(manifest, 'addOns'), 'addOns', (path, value) => {
    if (typeof value === 'string' && /\.(runFunction|onTriggerFunction|logoUrl|openLink)$|\.openLinkUrlPrefixes\[\d+\]$/.test(path)) found.push([path, value])
  })
  return found
}

/** Of those, what Google calls. */
export const functionsIn = (manifest: Json): [path: string, value: string][] => addressesIn(manifest).filter(([path]) => /unction$/.test(path))

/** An https address that can be taken apart; of anything else another rule speaks. */
export const readable = (value: string): boolean => /^https:\/\//i.test(value) && URL.canParse(value) && !placeholder.test(value)

/** Our server's address: where the first readable function lies. */
export function ownOrigin(manifest: Json): string {
  const [, first = ''] = functionsIn(manifest).find(([, value]) => readable(value)) ?? []
  return first && new URL(first).origin
}
