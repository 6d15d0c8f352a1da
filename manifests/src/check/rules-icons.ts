import { type Element } from '@xmldom/xmldom'
import { pages } from '../outlook/outlook-facts'
import { phoneScales, phoneSizes, ribbonSizes } from '../outlook/outlook-icons'
import { type PackageFiles } from '../outlook/outlook-package'
import { type Finding } from './finding'
import { ancestor, attribute, childOf, childrenOf, type XmlManifest } from './xml-reading'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Width and height as the header of a PNG states them; null for anything else. */
export function pngSize(content: Buffer): { width: number; height: number } | null {
  if (content.length < 24 || !content.subarray(0, 8).equals(signature)) return null
  return { width: content.readUInt32BE(16), height: content.readUInt32BE(20) }
}

const desktopSet = ribbonSizes.map(String)
const phoneSet = phoneSizes.flatMap((size) => phoneScales.map((scale) => `${size} at scale ${scale}`))

/** Every button has a picture of every size that its client asks for. */
export function iconSets(manifest: XmlManifest): Finding[] {
  return manifest.all('Control').flatMap((control) => {
    const icon = childOf(control, 'Icon')
    const phone = ancestor(control, 'MobileFormFactor') !== undefined
    const there = icon ? childrenOf(icon).map((image) => (phone ? `${attribute(image, 'size')} at scale ${attribute(image, 'scale')}` : attribute(image, 'size'))) : []
    const missing = (phone ? phoneSet : desktopSet).filter((size) => !there.includes(size))
    return missing.length ? [manifest.finding('icon-sets', icon ?? control, `pictures are missing: ${missing.join(', ')}`)] : []
  })
}

/** Pixels that a picture must have: those of the place that shows it. */
function wantedPixels(manifest: XmlManifest): [Element, string, number][] {
  const own = manifest.all('IconUrl', 'HighResolutionIconUrl').map((element): [Element, string, number] => [element, attribute(element, 'DefaultValue'), element.localName === 'IconUrl' ? 64 : 128])
  const images = manifest.all('Image')
  const address = (resid: string): string => attribute(images.find((image) => attribute(image, 'id') === resid) ?? manifest.root, 'DefaultValue')
  const shown = images.filter((image) => image.hasAttribute('resid')).map((image): [Element, string, number] => [image, address(attribute(image, 'resid')), Number(attribute(image, 'size')) * Number(attribute(image, 'scale') || 1)])
  return [...own, ...shown]
}

/** The pictures that are named lie in the package, and each is as large as the manifest says. */
export function iconFiles(files: PackageFiles) {
  return (manifest: XmlManifest): Finding[] => wantedPixels(manifest).flatMap(([element, address, pixels]) => {
    if (!URL.canParse(address)) return [] // another rule's fault
    const { pathname } = new URL(address)
    if (!pathname.startsWith(`${pages.icons}/`)) return [manifest.finding('icon-files', element, `${address} is not below ${pages.icons}, where the server keeps its pictures`)]
    const content = files.get(`icons/${pathname.slice(pages.icons.length + 1)}`)
    if (!content) return [manifest.finding('icon-files', element, `the picture ${pathname} is not in the package`)]
    const size = pngSize(content)
    return size?.width === pixels && size.height === pixels ? [] : [manifest.finding('icon-files', element, `the picture ${pathname} ${size ? `has ${size.width} × ${size.height} pixels` : 'is no PNG'}; ${pixels} × ${pixels} are needed`)]
  })
}
