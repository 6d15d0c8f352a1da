import { type Pictures, renderDrawing, writePictures } from '../drawn-pictures'

export const drawings = ['icon', 'register', 'log', 'outline'] as const
export type DrawingName = (typeof drawings)[number]

/** Ribbons of computers, then phones (25, 32 and 48 points at one, two and three pixels each). */
export const ribbonSizes = [16, 32, 80] as const
export const phoneSizes = [25, 32, 48] as const
export const phoneScales = [1, 2, 3] as const
const phonePixels = phoneSizes.flatMap((size) => phoneScales.map((scale) => size * scale))
const unique = (sizes: number[]): number[] => [...new Set(sizes)].sort((a, b) => a - b)

/** 64 and 128: the add-in's own pictures in the XML; 192 and outline 32: those of the unified package. */
export const iconSizes: Record<DrawingName, number[]> = {
  icon: unique([...ribbonSizes, ...phonePixels, 64, 128, 192]),
  register: [...ribbonSizes],
  log: unique(phonePixels),
  outline: [32],
}

export const iconName = (drawing: DrawingName, size: number): string => `${drawing}-${size}.png`

/** On a 16-pixel ribbon every edge must meet a pixel: those drawings have a version of their own. */
const sourceOf = (drawing: DrawingName, size: number): string => (size === 16 ? `${drawing}-small.svg` : `${drawing}.svg`)

/** Every picture that the manifests name, by file name. */
export function renderIcons(): Pictures {
  return new Map(drawings.flatMap((drawing) => iconSizes[drawing].map((size) => [iconName(drawing, size), renderDrawing(sourceOf(drawing, size), size)] as const)))
}

/** Writes the pictures that the server gives away at /outlook/icons. */
export const buildIcons = (folder: string): string[] => writePictures(folder, renderIcons())
