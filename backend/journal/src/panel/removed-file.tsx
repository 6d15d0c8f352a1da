import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { useFileRemovals } from '../api/file-removals'
import { useSurroundings } from '../api/journal-context'

interface Props { file: { id: string; name: string }; isSent: boolean; removals: ReturnType<typeof useFileRemovals>; onKept: (name: string) => void }

/** "Removed. Undo" in the place of the file, for a while; while a hand or the focus is on it, longer. */
export function RemovedFile({ file, isSent, removals: { keep, hold, letGo }, onKept }: Props) {
  const { locale } = useSurroundings()
  const say = panelTexts[locale].files
  const undo = useRef<HTMLButtonElement>(null)
  // The button that was pressed is gone: the focus goes to the way back, which must not hold it for ever.
  useEffect(() => { if (document.activeElement === document.body) undo.current?.focus() }, [])
  return (
    <li className="jn-removed" onMouseEnter={() => hold(file.id)} onMouseLeave={() => letGo(file.id)}>
      <del className="jn-breakable jn-quiet">{file.name}</del>
      <Button ref={undo} size="small" appearance="subtle" disabled={isSent} aria-label={say.bringBackOf(file.name)} onClick={() => { keep(file.id); onKept(file.name) }}>{say.bringBack}</Button>
    </li>
  )
}
