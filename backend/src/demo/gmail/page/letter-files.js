import { drawIcon } from './card-icons.js'
import { make } from './card-markup.js'

const chip = ({ name, size }) => make('li', '', drawIcon('file', { size: 16 }), make('span', '', `${name} (${Math.max(1, Math.ceil(size / 1024))} KB)`))

/** What is attached to a letter; nothing where nothing is. */
export function drawFiles(files, label) {
  if (files.length === 0) return []
  const list = make('ul', 'files', ...files.map(chip))
  list.setAttribute('aria-label', label)
  return [list]
}
