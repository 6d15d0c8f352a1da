import { Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { AttachmentPolicy } from '@counterpane/shared/contract/attachments'
import { sizeText } from '@counterpane/shared/text/file-refusals'
import { filesTexts } from '@counterpane/shared/text/files-pane'
import { usePane, usePaneState } from '../../app/pane-context'
import type { MessageView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import { refusalText } from './file-refusal'
import { keptIds, type PlannedFile } from './plan-files'

const useStyles = makeStyles({
  panel: { marginTop: '4px', color: tokens.colorNeutralForeground1 },
  name: { overflowWrap: 'anywhere' },
  size: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
})
export interface FileChoiceProps { view: MessageView; plan: readonly PlannedFile[]; policy: AttachmentPolicy; onClose: () => void }

/** The files one by one, ticked as the organisation keeps them; what can't be kept says why. */
export function FileChoice({ view, plan, policy, onClose }: FileChoiceProps) {
  const { locale } = usePaneState()
  const { store } = usePane()
  const pane = usePaneStyles()
  const styles = useStyles()
  const texts = filesTexts[locale]
  const group = useRef<HTMLDivElement>(null)
  useEffect(() => { group.current?.querySelector<HTMLElement>('input:not(:disabled), button')?.focus() }, [])
  const sum = plan.reduce((total, { file, kept }) => total + (kept ? file.size : 0), 0)
  const tick = (id: string, kept: boolean) => {
    const others = keptIds(plan).filter((one) => one !== id)
    store.patchView(view.key, { chosenFiles: kept ? [...others, id] : others })
  }
  return (
    <div ref={group} className={mergeClasses(pane.panel, pane.tight, styles.panel)} role="group" aria-label={texts.which} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onClose() } }}>
      <ul className={pane.list}>
        {plan.map((one) => {
          const why = refusalText(one, { policy, texts, locale })
          return (
            <li key={one.file.id}>
              <Checkbox
                checked={one.kept} disabled={one.refusal !== null} onChange={(_, { checked }) => tick(one.file.id, checked === true)}
                label={<span className={styles.name}><bdi>{one.file.name || texts.nameless}</bdi> {one.file.kind !== 'cloud' && <span className={styles.size}>{sizeText(one.file.size, locale)}</span>}</span>}
              />
              {why && <p className={pane.quiet}>{why}</p>}
            </li>
          )
        })}
      </ul>
      <div className={pane.row}>
        <span className={mergeClasses(pane.quiet, pane.number)} role="status">{texts.total(sizeText(sum, locale), sizeText(policy.maxMessageBytes, locale))}</span>
        <Button size="small" className={pane.push} onClick={onClose}>{texts.ready}</Button>
      </div>
    </div>
  )
}
