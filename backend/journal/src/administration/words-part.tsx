import { administrationTexts } from '@counterpane/shared/text/administration-journal'
import { words } from '@counterpane/shared/text/words'
import { Field, Select } from '@fluentui/react-components'
import { methods } from '@counterpane/shared/domain/codes'
import { useSurroundings } from '../api/journal-context'
import { go } from '../view/hash-route'
import { ResultWords } from './result-words'
import { WordList } from './word-list'

const lists = ['goal', 'adSource', 'industry', 'region', 'status', 'turnover', 'class', 'results', 'methods'] as const

/** The dictionaries, one at a time; which one stands in the address. */
export function WordsPart({ search }: { search: string }) {
  const { locale } = useSurroundings()
  const { part, words: text } = administrationTexts[locale]
  const asked = new URLSearchParams(search).get('list')
  const list = lists.find((one) => one === asked) ?? 'goal'
  return (
    <section aria-label={part.words} className="jn-admin-part">
      <div><h2>{part.words}</h2><p className="jn-quiet">{text.about}</p></div>
      <Field label={text.which} className="jn-admin-which">
        <Select value={list} onChange={(_, { value }) => go({ page: 'administration', part: 'words', search: `list=${value}` })}>{lists.map((one) => <option key={one} value={one}>{text.list[one]}</option>)}</Select>
      </Field>
      {list === 'results' && <ResultWords />}
      {list === 'methods' && <><p className="jn-quiet">{text.methodsAdvice}</p><ul className="jn-admin-list" aria-label={text.list.methods}>{methods.map((method) => <li key={method} className="jn-admin-word">{words[locale].method[method]}</li>)}</ul></>}
      {list !== 'results' && list !== 'methods' && <WordList key={list} noun={list} />}
    </section>
  )
}
