import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { packageFolder } from './package-folder'

/** Pictures by file name. */
export type Pictures = Map<string, Buffer>

/** A drawing of `icons/` as a PNG so many pixels wide. */
export function renderDrawing(file: string, width: number): Buffer {
  return new Resvg(readFileSync(join(packageFolder(), 'icons', file), 'utf8'), { fitTo: { mode: 'width', value: width } }).render().asPng()
}

export function writePictures(folder: string, pictures: Pictures): string[] {
  mkdirSync(folder, { recursive: true })
  for (const [name, picture] of pictures) writeFileSync(join(folder, name), picture)
  return [...pictures.keys()]
}
