import { Button, Link, makeStyles, mergeClasses } from '@fluentui/react-components'
import { CallRegular } from '@fluentui/react-icons/svg/call'
import { NoteAddRegular } from '@fluentui/react-icons/svg/note-add'
import { TaskListAddRegular } from '@fluentui/react-icons/svg/task-list-add'
import { useRef, useState } from 'react'
import type { FormName, OpenFormProps } from '../features/forms/open-form'
import { ConversationArea } from '../features/conversation/conversation-area'
import { GroupNote } from '../features/group/group-note'
import { Agenda } from '../features/history/agenda'
import { HistoryList } from '../features/history/history-list'
import { Candidates } from '../features/identify/candidates'
import { IdentifyCard } from '../features/identify/identify-card'
import { LookAlikeBar } from '../features/identify/look-alike-bar'
import { PeopleHere } from '../features/identify/people-here'
import { shownAddress } from '../features/identify/shown-address'
import { Suggestion } from '../features/identify/suggestion'
import { MeetingWordArea } from '../features/meeting/meeting-word-area'
import { RegisterArea } from '../features/register/register-area'
import { OpenTasks } from '../features/tasks/open-tasks'
import { withTask } from './client-changes'
import type { NothingToRegisterProps } from './nothing-to-register'
import { onDemand } from './on-demand'
import { usePane, useTexts } from './pane-context'
import { type MessageView, shownClient } from './pane-state'
import { usePaneStyles } from './pane-styles'
import { WaitingScreen } from './waiting-screen'

const FollowUpQuestions = onDemand<{ view: MessageView }>(() => import(/* webpackChunkName: "follow-up" */ '../features/register/follow-up-questions').then((part) => part.FollowUpQuestions))
const NothingToRegister = onDemand<NothingToRegisterProps>(() => import(/* webpackChunkName: "nothing-to-register" */ './nothing-to-register').then((part) => part.NothingToRegister))
const OpenForm = onDemand<OpenFormProps>(() => import(/* webpackChunkName: "forms" */ '../features/forms/open-form').then((part) => part.OpenForm))
const useStyles = makeStyles({ quick: { columnGap: '0', marginInline: '-8px', '> button': { minWidth: 0, paddingInline: '8px' } } })

interface Props { view: MessageView; search: boolean; onSearchClosed: () => void }
export const MessageScreen = (props: Props) => <><GroupNote /><Message {...props} /></>

/** One message, answered: who, what to do, what was agreed, what is owed, what has been. */
function Message({ view, search, onSearchClosed }: Props) {
  const texts = useTexts()
  const pane = usePaneStyles()
  const styles = useStyles()
  const { registering } = usePane()
  const { from } = view.message.snapshot
  // A letter of ours speaks of whom it went to, not of us.
  const outsider = view.answer?.participants.find(({ kind }) => kind !== 'internal') ?? from
  const client = shownClient(view)
  const asPerson: FormName = { form: 'person', name: outsider.name, address: shownAddress(outsider.address) }
  const [form, setForm] = useState<FormName | null>(null)
  const opener = useRef<Element | null>(null)
  function open(next: FormName) {
    if (!form) opener.current = document.activeElement
    setForm(next)
  }
  /** Focus goes back to what opened the form; what came from a menu, to the menu's button. */
  function close() {
    setForm(null)
    onSearchClosed()
    const back = opener.current?.isConnected && opener.current !== document.body ? opener.current : document.querySelector('main [aria-haspopup="menu"]')
    if (back instanceof HTMLElement) back.focus()
  }
  if (!view.answer || !client) return <WaitingScreen view={view} />

  const { match } = client
  const known = match.kind === 'person' || match.kind === 'counterparty'
  const forms = search ? { form: 'search' as const } : form
  const openForm = forms && <OpenForm open={forms} view={view} onOpen={open} onClose={close} />
  if (view.answer.excluded || match.kind === 'internal' || match.rule === 'blocked') {
    return <>{view.answer.match.warnings.length > 0 && <LookAlikeBar warnings={view.answer.match.warnings} />}<NothingToRegister view={view} onAnyway={() => open({ form: 'anyway' })} onAnotherClient={() => open({ form: 'another-client' })} />{openForm && <div className={pane.first}>{openForm}</div>}</>
  }
  const registered = view.answer.registered !== null
  const personForm = !known && !registered && match.kind === 'none' && form === null && view.work === 'idle' ? <OpenForm open={asPerson} view={view} onOpen={open} onClose={close} /> : null
  return (
    <>
      {view.answer.match.warnings.length > 0 && <LookAlikeBar warnings={view.answer.match.warnings} />}
      <section className={pane.first} aria-label={texts.client}>
        <div className={pane.stack}>
          <IdentifyCard view={view} client={client} />
          {match.kind === 'counterparty' && match.counterparty && !view.chosen && (
            <p className={pane.plain}>{texts.whoWrites(match.counterparty.name)} <Link as="button" onClick={() => open({ form: 'who-writes' })}>{texts.choosePerson}</Link></p>
          )}
          <Candidates view={view} />
          {match.kind === 'suggestion' && !registered && <Suggestion view={view} onAnother={() => open({ form: 'another-client' })} onNewClient={() => open({ ...asPerson, newClient: true })} />}
          {personForm}
          <RegisterArea view={view} quiet={!known} onAnotherClient={() => open({ form: 'another-client' })} onComment={() => open({ form: 'comment' })} onAlso={() => open({ form: 'also' })} />
          {(view.followUp ?? view.planned) && <FollowUpQuestions view={view} />}
          {view.answer.conversation && <ConversationArea view={view} />}
          {view.message.meeting && <MeetingWordArea view={view} />}
          {known && (
            <div className={mergeClasses(pane.row, styles.quick)}>
              <Button appearance="subtle" icon={<CallRegular />} onClick={() => open({ form: 'call' })}>{texts.logCall}</Button>
              <Button appearance="subtle" icon={<TaskListAddRegular />} onClick={() => open({ form: 'task' })}>{texts.task}</Button>
              <Button appearance="subtle" icon={<NoteAddRegular />} onClick={() => open({ form: 'note' })}>{texts.note}</Button>
            </div>
          )}
          {openForm}
        </div>
      </section>
      {known && <Agenda client={client} />}
      {known && <OpenTasks tasks={client.openTasks} onChanged={(task) => registering.patchClient(view.key, (shown) => withTask(shown, task))} />}
      <PeopleHere view={view} onUnknown={(one) => open({ form: 'person', name: one.name, address: shownAddress(one.address) })} />
      {known && <HistoryList client={client} />}
    </>
  )
}
