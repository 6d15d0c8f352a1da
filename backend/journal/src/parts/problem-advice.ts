import type { Problem } from '@counterpane/shared/contract/problem'
import type { Locale } from '@counterpane/shared/domain/codes'
import { changesTexts } from '@counterpane/shared/text/changes-journal'

/** What to do, with the fields by the names that people know, and nothing said twice. What the server's checks say of single fields is in English: in another language the name must do. */
export function adviceOf({ detail = '', errors = [] }: Pick<Problem, 'detail' | 'errors'>, advice: string, locale: Locale): string {
  // Words of the checks themselves, as `startsAt: …`: they are for whoever writes programs.
  const isRaw = errors.some(({ path, message }) => detail.includes(`${path}: ${message}`))
  const told = isRaw ? advice : detail || advice
  const fields = errors.filter(({ message }) => isRaw || !told.includes(message)).map(({ path, message }) => {
    const label = labelOf(path, locale)
    return locale === 'en' || isRussian(message) ? `${label}: ${message}` : label
  })
  return [told, [...new Set(fields)].join('; ')].filter(Boolean).join(' ')
}

const isRussian = (words: string) => /[а-яё]/i.test(words)
function labelOf(path: string, locale: Locale): string {
  const name = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path
  return changesTexts[locale].field[name] ?? name
}
