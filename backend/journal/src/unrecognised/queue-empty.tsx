import { unrecognisedTexts } from '@counterpane/shared/text/unrecognised-journal'
import { Button } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { changeQueue, type QueueView } from './queue-view'

/** Nothing here is good news, unless something was looked for. */
export function QueueEmpty({ view }: { view: QueueView }) {
  const { locale } = useSurroundings()
  const text = unrecognisedTexts[locale]
  if (view.q) return <div className="jn-empty"><h2>{text.notFound}</h2><Button onClick={() => changeQueue({ mine: false, decided: false })}>{text.waiting}</Button></div>
  return (
    <div className="jn-empty">
      <h2>{view.decided ? text.nothingAside : text.empty}</h2>
      {!view.decided && <p>{text.emptyAdvice}</p>}
      {view.mine && <Button onClick={() => changeQueue({ mine: false })}>{text.everybody}</Button>}
    </div>
  )
}
