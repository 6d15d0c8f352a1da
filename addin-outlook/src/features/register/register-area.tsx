import { Button, Link, makeStyles, SplitButton, tokens } from '@fluentui/react-components'
import { AttachRegular } from '@fluentui/react-icons/svg/attach'
import { useEffect, useRef, useState } from 'react'
import { nearDate } from '@counterpane/shared/text/dates'
import { FailureNote, Note } from '../../app/failure-note'
import { onDemand } from '../../app/on-demand'
import { useDates, usePane, useTexts } from '../../app/pane-context'
import type { MessageView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import type { FilesLineProps } from '../files/files-line'
import { RegisteredLine } from './registered-line'
import type { RegisterMenuProps } from './register-menu'

const FilesLine = onDemand<FilesLineProps>(() => import(/* webpackChunkName: "files" */ '../files/files-line').then((part) => part.FilesLine))
const RegisterMenu = onDemand<RegisterMenuProps>(() => import(/* webpackChunkName: "menus" */ './register-menu').then((part) => part.RegisterMenu))

const useStyles = makeStyles({
  // The room of the button and of what takes its place is the same, so that nothing below jumps at the click.
  area: { minHeight: '60px', outlineStyle: 'none', display: 'flex', flexDirection: 'column', rowGap: '4px' },
  split: { width: '100%', '> :first-child': { flexGrow: 1 } },
  files: { display: 'flex', columnGap: '4px', alignItems: 'flex-start', fontSize: tokens.fontSizeBase200, lineHeight: '24px', color: tokens.colorNeutralForeground3, minHeight: '24px' },
  clip: { flexShrink: 0, marginTop: '6px' },
})

interface Props { view: MessageView; onAnotherClient: () => void; onComment: () => void; onAlso?: () => void; quiet?: boolean; plain?: boolean }

/** One click registers; what stands in the menu beside it is for the other days. `quiet`: nobody is known, so registering is the second choice. `plain`: without the menu. */
export function RegisterArea({ view, onAnotherClient, onComment, onAlso = () => undefined, quiet = false, plain = false }: Props) {
  const texts = useTexts()
  const dates = useDates()
  const pane = usePaneStyles()
  const styles = useStyles()
  const { registering, store } = usePane()
  const [menu, setMenu] = useState(false)
  const [filesOpen, setFilesOpen] = useState(false)
  const button = useRef<HTMLDivElement>(null)
  const area = useRef<HTMLDivElement>(null)
  const registered = view.answer?.registered ?? null
  const spoken = registered ? texts.registeredBy(registered.by.name, nearDate(registered.at, dates)) : ''
  const before = useRef(registered)
  useEffect(() => {
    if (before.current?.contactId === registered?.contactId) return
    before.current = registered
    if (registered) store.say(spoken)
    // What was pressed is gone; whoever works by keyboard goes on from the same place.
    if (document.hasFocus() && document.activeElement === document.body) area.current?.focus()
  }, [registered, spoken, store])
  if (registered) return <div ref={area} tabIndex={-1} className={styles.area}><RegisteredLine view={view} onAnotherClient={onAnotherClient} /><FailureNote failure={view.workFailure} /></div>
  if (view.work === 'kept') return <div className={styles.area}><Note role="status">{texts.kept}</Note></div>

  const files = view.message.attachments.length
  const busy = view.work === 'registering'
  const label = busy ? texts.registering : view.chosen?.match.counterparty ? texts.registerFor(view.chosen.match.counterparty.name) : texts.register
  const failure = view.workFailure && <FailureNote failure={view.workFailure} {...(view.retry && { onRetry: () => void registering.register(view.key, view.retry ?? {}) })} />
  if (quiet) return <div className={pane.tight}><div><Link as="button" disabled={busy} onClick={() => void registering.register(view.key)}>{busy ? texts.registering : texts.withoutClient}</Link></div>{failure}</div>
  const register = () => void registering.register(view.key)
  if (plain) return <div className={styles.area}><Button appearance="primary" disabledFocusable={busy} onClick={register}>{label}</Button>{failure}</div>
  return (
    <div ref={area} tabIndex={-1} className={styles.area}>
      <div ref={button}><SplitButton
        className={styles.split} appearance="primary"
        primaryActionButton={{ onClick: register, disabledFocusable: busy }}
        menuButton={{ 'aria-label': texts.registerMore, 'aria-haspopup': 'menu', 'aria-expanded': menu, onClick: () => setMenu(!menu), disabledFocusable: busy }}
      >
        {label}
      </SplitButton></div>
      <div className={styles.files}><AttachRegular aria-hidden className={styles.clip} />{files > 0 ? <FilesLine view={view} open={filesOpen} onOpen={setFilesOpen} /> : texts.noFiles}</div>
      {failure}
      {menu && <RegisterMenu view={view} anchor={button.current} onClose={() => setMenu(false)} onAnotherClient={onAnotherClient} onComment={onComment} onAlso={onAlso} onFiles={files > 0 ? () => setFilesOpen(true) : null} />}
    </div>
  )
}
