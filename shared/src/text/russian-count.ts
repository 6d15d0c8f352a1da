const forms = new Intl.PluralRules('ru')

/** «1 письмо, 2 письма, 5 писем»: a number with its noun in the form that it asks for. */
export function russianCount(count: number, one: string, few: string, many: string): string {
  const form = forms.select(count)
  return `${count} ${form === 'one' ? one : form === 'few' ? few : many}`
}
