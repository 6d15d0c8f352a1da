import { Button, Link, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { filesTexts } from '@counterpane/shared/text/files-pane'
import type { Failure } from '../../app/failure'
import { FailureNote } from '../../app/failure-note'
import { onDemand } from '../../app/on-demand'
import { useDeed, usePane, usePaneState } from '../../app/pane-context'
import type { MessageView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import { retryFiles } from './keep-files'

const KeptList = onDemand<{ view: MessageView; onKeep: () => void }>(() => import(/* webpackChunkName: "file-list" */ './kept-list').then((part) => part.KeptList))

const useStyles = makeStyles({ link: { fontSize: tokens.fontSizeBase200, lineHeight: '24px' } })

/** Files of a registered message: on their way, here, or not here and why, with another try. */
export function FilesAfter({ view }: { view: MessageView }) {
  const { locale } = usePaneState()
  const services = usePane()
  const pane = usePaneStyles()
  const styles = useStyles()
  const texts = filesTexts[locale]
  const [listed, setListed] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const deed = useDeed(setFailure)
  const work = view.filesWork
  const running = work !== null && work.done + work.failed.length < work.of
  const retry = () => deed(() => retryFiles(services, view.key))
  return (
    <div className={pane.tight}>
      {work && (
        <div className={pane.quiet} role="status">
          {running ? texts.keeping(work.done, work.of) : work.done > 0 && texts.allKept(work.done)}
          {work.failed.map(({ name, why }, at) => <div key={`${at} ${name}`}>{texts.failed(name || texts.nameless, why)}</div>)}
        </div>
      )}
      <div className={pane.row}>
        {work && !running && work.failed.length > 0 && <Button size="small" onClick={() => void retry()}>{texts.retry}</Button>}
        {!running && <Link as="button" className={styles.link} aria-expanded={listed} onClick={() => setListed(!listed)}>{texts.files}</Link>}
      </div>
      {listed && !running && <KeptList view={view} onKeep={() => { setListed(false); void retry() }} />}
      <FailureNote failure={failure} />
    </div>
  )
}
