// The pictures that the manifests name and the server gives away, drawn from manifests/icons/*.svg when those have changed.
import { createRequire } from 'node:module'
import path from 'node:path'
import { changedAt, filesBelow, inRoot, newest } from './files.mjs'

/** One for each mail client: where its pictures go, and the module that draws them. */
const clients = [
  { folder: 'manifests/dist/outlook/icons', module: 'outlook/outlook-icons' },
  { folder: 'manifests/dist/gmail/icons', module: 'gmail/gmail-icons' },
]

function drawFor({ folder, module }) {
  const drawn = filesBelow(inRoot(folder)).map((name) => changedAt(inRoot(folder, name)))
  const drawings = filesBelow(inRoot('manifests/icons')).map((name) => inRoot('manifests/icons', name))
  const sources = [...drawings, inRoot('manifests/src/drawn-pictures.ts'), inRoot(`manifests/src/${module}.ts`)]
  if (drawn.length > 0 && Math.min(...drawn) > newest(sources)) return 0
  return createRequire(import.meta.url)(inRoot(path.join('manifests/dist/src', `${module}.js`))).buildIcons(inRoot(folder)).length
}

/** Gives how many were drawn. */
export const drawIcons = () => clients.reduce((sum, client) => sum + drawFor(client), 0)
