import { locales, type Locale } from '@counterpane/shared/domain/codes'
import { Select } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'

/** Each language is named in itself, so that it can be found in a language one cannot read. */
export function LanguageSwitch({ onChange }: { onChange: (locale: Locale) => void }) {
  const { text, locale } = useSurroundings()
  return (
    <Select size="small" appearance="filled-lighter" aria-label={text.account.language} value={locale} onChange={(_, { value }) => onChange(locales.find((one) => one === value) ?? 'en')}>
      <option value="en" lang="en">{text.account.english}</option>
      <option value="ru" lang="ru">{text.account.russian}</option>
    </Select>
  )
}
