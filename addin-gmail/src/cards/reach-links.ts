import { plain } from '../card-text'

/** "+7 (495) 000-00-00, ext. 12": the first number in it. What follows it, an extension or a word, is for people to read. */
export function phoneLink(phone: string): string | null {
  const digits = /\+?\(?\d[\d\s().–-]*/u.exec(phone)?.[0].replace(/[^\d+]/g, '') ?? ''
  return digits.replace('+', '').length >= 3 ? `tel:${digits.slice(0, 30)}` : null
}

export function mailLink(address: string): string | null {
  const whole = plain(address, 320)
  return /^[^\s@]+@[^\s@]+$/u.test(whole) && !whole.endsWith('…') ? `mailto:${encodeURIComponent(whole).replaceAll('%40', '@')}` : null
}
