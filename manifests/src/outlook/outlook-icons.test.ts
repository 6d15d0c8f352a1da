import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { pngSize } from '../check/rules-icons'
import { buildIcons, type DrawingName, drawings, iconName, iconSizes, renderIcons } from './outlook-icons'

const icons = renderIcons()
const cases = drawings.flatMap((drawing) => iconSizes[drawing].map((size) => [drawing, size] as const))

it('there are pictures for ribbons, phones, the list of add-ins and the unified package', () => {
  expect(iconSizes.icon).toEqual(expect.arrayContaining([16, 25, 32, 48, 64, 80, 96, 128, 144, 192]))
  expect(icons.size).toBe(cases.length)
})

it.each(cases)('%s of %d pixels is a PNG of just that size', (drawing, size) => {
  expect(pngSize(icons.get(iconName(drawing, size)) ?? Buffer.alloc(0))).toEqual({ width: size, height: size })
})

/** The picture as it looks on a ribbon of that colour. */
function shownOn(background: string, picture: Buffer, size: number): Uint8Array {
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="${size}" height="${size}" fill="${background}"/><image width="${size}" height="${size}" href="data:image/png;base64,${picture.toString('base64')}"/></svg>`
  return new Resvg(page).render().pixels
}
const channel = (value: number): number => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)
const luminance = ([red = 0, green = 0, blue = 0]: Uint8Array | number[]): number => 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)

// WCAG 2.2, 1.4.11: what one must see of a picture has a contrast of 3:1 to what is around it.
it.each<[DrawingName, string, number[]]>([
  ['icon', '#ffffff', [255, 255, 255]], ['icon', '#292929', [41, 41, 41]], ['icon', '#000000', [0, 0, 0]],
  ['register', '#ffffff', [255, 255, 255]], ['register', '#292929', [41, 41, 41]], ['log', '#ffffff', [255, 255, 255]], ['log', '#000000', [0, 0, 0]],
])('%s is readable on a ribbon of %s', (drawing, colour, background) => {
  const size = iconSizes[drawing][0] ?? 0
  const pixels = shownOn(colour, icons.get(iconName(drawing, size)) ?? Buffer.alloc(0), size)
  const clear = Array.from({ length: size * size }, (_, index) => pixels.subarray(index * 4, index * 4 + 3)).filter((pixel) => contrast(luminance(pixel), luminance(background)) >= 3)
  expect(clear.length / (size * size)).toBeGreaterThan(0.12)
})

it('the build writes them all into the folder that the server gives away', () => {
  const folder = mkdtempSync(join(tmpdir(), 'icons-'))
  try {
    expect(buildIcons(join(folder, 'outlook/icons')).sort()).toEqual(readdirSync(join(folder, 'outlook/icons')).sort())
    expect(readFileSync(join(folder, 'outlook/icons/icon-16.png')).equals(icons.get('icon-16.png') ?? Buffer.alloc(0))).toBe(true)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
