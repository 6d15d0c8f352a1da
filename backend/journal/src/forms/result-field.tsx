import type { Method } from '@counterpane/shared/domain/codes'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Button, Field, Textarea } from '@fluentui/react-components'
import { useRef } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useDictionaries } from '../api/journal-queries'
import { withReadyWords } from './ready-words'

interface Props { label: string; value: string; method: Method; onChange: (value: string) => void; rows?: number }

/** How it ended, with the ready words of this method: one click puts them there. */
export function ResultField({ label, value, method, onChange, rows = 2 }: Props) {
  const { locale } = useSurroundings()
  const { data } = useDictionaries()
  const field = useRef<HTMLTextAreaElement>(null)
  const ready = (data?.resultTemplates ?? []).filter((one) => one.method === null || one.method === method)
  const insert = (words: string) => {
    onChange(withReadyWords(value, words))
    field.current?.focus()
  }
  return (
    <div className="jn-several">
      <Field label={label}><Textarea ref={field} rows={rows} value={value} onChange={(_, { value: typed }) => onChange(typed)} /></Field>
      {ready.length > 0 && (
        <div className="jn-ready" role="group" aria-label={panelTexts[locale].readyWords}>
          {ready.map(({ text }) => <Button key={text} size="small" shape="circular" onClick={() => insert(text)}>{text}</Button>)}
        </div>
      )}
    </div>
  )
}
