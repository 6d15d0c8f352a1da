import { type Pictures, renderDrawing, writePictures } from '../drawn-pictures'

/** 96: the add-on's own; the others are asked for by the listing in the Marketplace. */
export const logoSizes = [32, 48, 96, 128] as const
export const logoPixels = 96
export const logoName = `logo-${logoPixels}.png`
export const bannerName = 'banner-220x140.png'

/** Google shows no SVG and fetches pictures itself: every one is a PNG. */
export function renderLogos(): Pictures {
  return new Map([...logoSizes.map((size) => [`logo-${size}.png`, renderDrawing('icon.svg', size)] as const), [bannerName, renderDrawing('banner.svg', 220)] as const])
}

/** Writes the pictures that the server gives away at /gmail/icons. */
export const buildIcons = (folder: string): string[] => writePictures(folder, renderLogos())
