import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Button, Field, Textarea } from '@fluentui/react-components'
import { useState, type ClipboardEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { sizeText } from '../parts/size-text'
import { bodyLimit, bytesOf } from './text-size'

/** Beyond this a field for typing makes the browser lay out megabytes at every key: a longer text is held beside it and shown by its beginning. */
export const typedAtMost = 100_000
const shownAtMost = 1_500

interface Props { label: string; value: string; rows?: number; onChange: (value: string) => void }

/** A text that may be as long as the server keeps, without the page standing still for it. */
export function LongTextField({ label, value, rows = 3, onChange }: Props) {
  const { locale } = useSurroundings()
  const words = panelTexts[locale].long
  const [before, setBefore] = useState<string | null>(null)
  const [replacing, replace] = useState(false)
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text/plain')
    const { selectionStart, selectionEnd } = event.currentTarget
    if (value.length + pasted.length <= typedAtMost) return
    event.preventDefault()
    setBefore(value)
    onChange((value.slice(0, selectionStart) + pasted + value.slice(selectionEnd)).replaceAll('\r\n', '\n'))
  }
  if (value.length <= typedAtMost) return <Field label={label}><Textarea rows={rows} autoFocus={replacing} value={value} onPaste={paste} onChange={(_, { value: typed }) => onChange(typed)} /></Field>
  const bytes = bytesOf(value)
  const tooLong = bytes > bodyLimit
  return (
    <Field label={label} validationMessage={tooLong ? words.tooLong(sizeText(bytes, locale), sizeText(bodyLimit, locale)) : undefined}>
      <div className="jn-held-text">
        <p className="jn-quiet" role="status">{words.held(sizeText(bytes, locale))}</p>
        <p className="jn-prose jn-held-start" tabIndex={0} aria-label={label}>{value.slice(0, shownAtMost)}…</p>
        <div className="jn-buttons">
          {before !== null && <Button size="small" onClick={() => { onChange(before); setBefore(null) }}>{words.takeBack}</Button>}
          <Button size="small" appearance="subtle" onClick={() => { replace(true); onChange('') }}>{words.replace}</Button>
        </div>
      </div>
    </Field>
  )
}
