import { nameKey } from '../text/fold'
import { type AddressKeys, parseAddress } from './address'

const nameMax = 500
const variantsMax = 6
const addressesMax = 5
const hidden = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

/** A display name without what nobody sees: control, zero-width and bidi characters. For comparing; the name itself is kept as it came. */
export function visibleName(name: string): string {
  return name.slice(0, nameMax).replace(hidden, '').normalize('NFKC')
}

/** The text with its hidden characters made visible: vec[U+200B]tor. */
export function withHiddenShown(text: string): string {
  return text.slice(0, nameMax).replace(hidden, (char) => `[U+${char.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`)
}

/**
 * The names that a display name claims, folded as the client base folds them: the whole and its parts ("Ivan Petrov | Vector", "Ivan Petrov via Docs").
 * Names of one word say too little.
 */
export function claimedNames(name: string): string[] {
  const visible = visibleName(name)
  const parts = [visible, ...visible.split(/[,;|/()[\]–—<>]|\s-\s|\svia\s|\sчерез\s/i)]
  return [...new Set(parts.map(nameKey))].filter((key) => key.includes(' ')).slice(0, variantsMax)
}

/** Addresses that a display name shows in place of the real one. They are clues, never the sender. */
export function claimedAddresses(name: string): AddressKeys[] {
  if (!/[@＠]/.test(name)) return []
  const words = visibleName(name).split(/[\s<>()[\]"'«»“”,;:]+/).filter((word) => word.includes('@')).slice(0, addressesMax)
  return words.map((word) => parseAddress(word)).filter((keys) => keys !== null)
}

/** The address as it would be without its hidden characters and look-through letters: what an unreadable one pretends to be. */
export function pretendedAddress(address: string): AddressKeys | null {
  return parseAddress(visibleName(address))
}
