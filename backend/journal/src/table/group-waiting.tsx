import { listTexts } from '@counterpane/shared/text/list-journal'
import { Button } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'

/** In an open group whose contacts are on their way, or did not come. */
export function GroupNote({ error, canOpen, retry, index, top, height, onFocus }: { error: unknown; canOpen: boolean; retry: () => void; index: number; top: number; height: number; onFocus: (index: number) => void }) {
  const { text, locale } = useSurroundings()
  return (
    <div role="row" tabIndex={-1} data-index={index} className="jn-row jn-absent" style={{ top, height }} onFocus={() => onFocus(index)}>
      <div role="gridcell" className="jn-cell jn-group-note">
        {!canOpen && <span className="jn-quiet">{listTexts[locale].group.tooFew}</span>}
        {canOpen && error !== null && <><span role="alert">{error instanceof Error ? error.message : text.failed}</span><Button size="small" onClick={retry}>{text.retry}</Button></>}
        {canOpen && error === null && <><span className="jn-hidden">{text.loading}</span><span className="jn-bone jn-bone-inline" /></>}
      </div>
    </div>
  )
}
