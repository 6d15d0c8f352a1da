import { listTexts } from '@counterpane/shared/text/list-journal'
import { Button } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'

/** In an open group whose contacts are on their way, or did not come. */
export function GroupNote({ error, canOpen, retry, top, height }: { error: unknown; canOpen: boolean; retry: () => void; index: number; top: number; height: number }) {
  const { text, locale } = useSurroundings()
  return (
    <div role="row" className="jn-row jn-absent" style={{ top, height }}>
      <div role="gridcell" className="jn-cell jn-group-note">
        {!canOpen && <span className="jn-quiet">{listTexts[locale].group.tooFew}</span>}
        {canOpen && error !== null && <><span role="alert">{error instanceof Error ? error.message : text.failed}</span><Button size="small" onClick={retry}>{text.retry}</Button></>}
        {canOpen && error === null && <><span className="jn-hidden">{text.loading}</span><span className="jn-bone jn-bone-inline" /></>}
      </div>
    </div>
  )
}
