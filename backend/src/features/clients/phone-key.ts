import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** Numbers written without a country are those of ours. */
const homeRegion = 'RU'
/** What nobody would dial is not taken apart. */
const longest = 250

/**
 * One form (E.164) for all spellings of a number, without its extension; null when it can't be called from here. The smallest metadata do: they know the countries,
 * their trunk prefixes and the lengths and beginnings of their numbers; the larger ones only tell mobile numbers from others, which no comparison asks.
 */
export function phoneKeyOf(text: string): string | null {
  if (text.length > longest) return null
  const number = parsePhoneNumberFromString(text.replace(/^\s*\(?\s*00/, '+'), homeRegion)
  return number?.isValid() ? number.number : null
}
