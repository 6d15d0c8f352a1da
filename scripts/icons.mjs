// The pictures that the manifests name and the server gives away, drawn from manifests/icons/*.svg when those have changed.
import { createRequire } from 'node:module'
import path from 'node:path'
import { changedAt, filesBelow, inRoot, newest } from './files.mjs'

/** Gives how many were drawn. */
export function drawIcons() {
  const folder = inRoot('manifests/dist/outlook/icons')
  const drawn = filesBelow(folder).map((name) => changedAt(path.join(folder, name)))
  const sources = [...filesBelow(inRoot('manifests/icons')).map((name) => inRoot('manifests/icons', name)), inRoot('manifests/src/outlook/outlook-icons.ts')]
  if (drawn.length > 0 && Math.min(...drawn) > newest(sources)) return 0
  return createRequire(import.meta.url)(inRoot('manifests/dist/src/outlook/outlook-icons.js')).buildIcons(folder).length
}
