import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { sizeText } from '../parts/size-text'

const atFirst = 8_000
const atOnce = 50_000

/** A text of any length: a page of it at first, more when asked for, since megabytes laid out at once stop the browser. */
export function LongProse({ text, className = '' }: { text: string; className?: string }) {
  const { locale } = useSurroundings()
  const say = panelTexts[locale].long
  const [shown, show] = useState(atFirst)
  const end = endOfPart(text, shown)
  return (
    <>
      <p className={`jn-prose ${className}`} dir="auto">{text.slice(0, end)}</p>
      {end < text.length && <Button size="small" appearance="subtle" onClick={() => show(end + atOnce)}>{say.more} ({say.rest(sizeText(text.length - end, locale))})</Button>}
    </>
  )
}

/** A part never ends between the two halves of one character; a little more is shown rather than a button for it. */
function endOfPart(text: string, wanted: number): number {
  if (text.length <= wanted * 1.2) return text.length
  const code = text.charCodeAt(wanted - 1)
  return code >= 0xd800 && code < 0xdc00 ? wanted + 1 : wanted
}
