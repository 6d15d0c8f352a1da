import { foldForSearch } from './search-fold'
import { oneSpaced } from './spaces'

/** Text as names of things compare it, and keys that are kept for ever: letters without case, ё as е, runs of space as one. Searches compare by `foldForSearch`. */
export function foldText(text: string): string {
  return oneSpaced(text.normalize('NFC').toLowerCase().replaceAll('ё', 'е'))
}

/** The words of a search; all of them must be found. */
export function searchWords(query: string): string[] {
  return foldForSearch(query).split(' ').filter((word) => word !== '')
}

/** A name as words in the order of the alphabet, so that "Petrov Ivan" is "Ivan Petrov"; punctuation and quotes left out. */
export function nameKey(name: string): string {
  return foldText(name).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '').sort().join(' ')
}
