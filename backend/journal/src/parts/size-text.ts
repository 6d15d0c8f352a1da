import type { Locale } from '@counterpane/shared/domain/codes'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** "121 kB": a file's size in the unit that reads best. */
export function sizeText(bytes: number, locale: Locale): string {
  const step = bytes < 1_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  return new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'ru-RU', { style: 'unit', unit: units[step], maximumFractionDigits: step > 1 ? 1 : 0 }).format(bytes / 1_000 ** step)
}
