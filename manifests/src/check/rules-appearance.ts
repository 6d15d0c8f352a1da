// What people see of a deployment before any card: its name, colours and logo; and where cards may lead.
import { brandColor, gmailPages, pictureFolder } from '../gmail/gmail-facts'
import { logoPixels } from '../gmail/gmail-icons'
import { type PackageFiles } from '../outlook/outlook-package'
import { type DeploymentRule, ownOrigin, readable } from './deployment-reading'
import { at, list, text } from './json-reading'
import { pngSize } from './rules-icons'

export const appearance: DeploymentRule = (manifest, report, files) => {
  const common = at(manifest, 'addOns', 'common')
  const name = text(at(common, 'name'))
  if (at(common, 'name') !== undefined && (name.trim() === '' || [...name].length > 50)) report('name', 'addOns.common.name', `the name must have 1 to 50 characters, not ${[...name].length}`)
  if (/\b(google|gmail)\b/i.test(name)) report('name', 'addOns.common.name', 'the name must not contain a name of Google’s')
  for (const colour of ['primaryColor', 'secondaryColor']) {
    const value = at(common, 'layoutProperties', colour)
    if (typeof value !== 'string' || !/^#[0-9a-f]{6}$/i.test(value)) report('colours', `addOns.common.layoutProperties.${colour}`, `a colour such as ${brandColor} is wanted`)
  }
  const logo = text(at(common, 'logoUrl'))
  if (readable(logo)) logoFile(logo, ownOrigin(manifest), (sentence) => report('logo', 'addOns.common.logoUrl', sentence), files)
}

function logoFile(logo: string, own: string, report: (sentence: string) => void, files: PackageFiles): void {
  const { origin, pathname } = new URL(logo)
  if (!/\.png$/i.test(pathname)) return report('the logo must be a PNG: Google does not show SVG')
  if (origin !== own || !pathname.startsWith(`${pictureFolder}/`)) return report(`the logo must lie below ${own}${pictureFolder}, where the server keeps its pictures`)
  const content = files.get(`icons/${pathname.slice(pictureFolder.length + 1)}`)
  const size = content && pngSize(content)
  if (!content) return report(`the picture ${pathname} is not in the package`)
  if (size?.width !== logoPixels || size.height !== logoPixels) report(`the picture ${pathname} must be a PNG of ${logoPixels} × ${logoPixels} pixels`)
}

/** A prefix needs a path, if only "/": without one Google refuses it, and it would fit crm.example.com.evil.example. */
export const links: DeploymentRule = (manifest, report) => {
  const path = 'addOns.common.openLinkUrlPrefixes'
  const prefixes = list(at(manifest, 'addOns', 'common', 'openLinkUrlPrefixes')).map(text)
  for (const [index, prefix] of prefixes.entries()) if (readable(prefix) && !/^https:\/\/[^/]+\//i.test(prefix)) report('links', `${path}[${index}]`, `"${prefix}" needs a path after the name of the server: ${prefix}/`)
  const own = ownOrigin(manifest)
  for (const wanted of own ? [`${own}/`, gmailPages] : [gmailPages]) if (!prefixes.some((prefix) => prefix === wanted || `${prefix}/` === wanted)) report('links', path, `${wanted} is missing: cards open pages there`)
}
