import { Link, makeStyles } from '@fluentui/react-components'
import { useRef } from 'react'
import { filesLineTexts } from '@counterpane/shared/text/files-line-pane'
import { onDemand } from '../../app/on-demand'
import { usePane, usePaneState } from '../../app/pane-context'
import type { MessageView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import type { FileChoiceProps } from './file-choice'
import { givesFiles, useFilePolicy } from './file-policy'
import { refusalText, type RefusalWords } from './file-refusal'
import { type PlannedFile, planFiles } from './plan-files'

const FileChoice = onDemand<FileChoiceProps>(() => import(/* webpackChunkName: "file-list" */ './file-choice').then((part) => part.FileChoice))
const useStyles = makeStyles({ line: { display: 'flex', columnGap: '8px', flexWrap: 'wrap', minWidth: 0 }, link: { fontSize: 'inherit', lineHeight: '24px' } })
export interface FilesLineProps { view: MessageView; open: boolean; onOpen: (open: boolean) => void }

/** What becomes of the files of this email when it is registered, and the choice of them. */
export function FilesLine({ view, open, onOpen }: FilesLineProps) {
  const { locale } = usePaneState()
  const { client } = usePane()
  const pane = usePaneStyles()
  const styles = useStyles()
  const policy = useFilePolicy()
  const chooser = useRef<HTMLButtonElement>(null)
  const texts = filesLineTexts[locale]
  const { attachments } = view.message
  if (policy === undefined) return null
  if (!givesFiles(client.doors.facts().sets)) return <Said line={texts.noted(attachments.length)} why={texts.hostGivesNone} />
  if (policy === null) return <span>{texts.noted(attachments.length)}</span>
  if (policy.keep === 'none') return <Said line={texts.noted(attachments.length)} why={texts.keepsNone} />
  const plan = planFiles(attachments, policy, view.chosenFiles)
  return (
    <div className={pane.grow}>
      <div className={styles.line}>
        <span>{texts.kept(plan.filter(({ kept }) => kept).length, plan.length)}</span>
        <Link ref={chooser} as="button" className={styles.link} aria-expanded={open} onClick={() => onOpen(!open)}>{texts.choose}</Link>
      </div>
      {!open && <Reasons plan={plan} policy={policy} texts={texts} locale={locale} />}
      {open && <FileChoice view={view} plan={plan} policy={policy} onClose={() => { onOpen(false); chooser.current?.focus() }} />}
    </div>
  )
}

const Said = ({ line, why }: { line: string; why: string }) => <div>{line}<div>{why}</div></div>

/** Why a file is not kept though nobody has unticked it: the first one by name, the rest as a number. */
function Reasons({ plan, policy, texts, locale }: RefusalWords & { plan: readonly PlannedFile[] }) {
  const refused = plan.filter(({ refusal }) => refusal !== null)
  const [first] = refused
  const words = first && refusalText(first, { policy, texts, locale })
  if (!words) return null
  return <div>{words}{refused.length > 1 && ` ${texts.andMore(refused.length - 1)}`}</div>
}
