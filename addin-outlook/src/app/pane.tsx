import { FluentProvider } from '@fluentui/react-components'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Heard } from '@counterpane/shared/ui/heard'
import { useAfterAnswer } from './after-answer'
import { MessageScreen } from './message-screen'
import { onDemand } from './on-demand'
import { PaneContext, type PaneServices, usePaneState } from './pane-context'
import { PaneFooter } from './pane-footer'
import { usePaneStyles } from './pane-styles'
import { prefersDark, themeNamed } from './pane-theme'
import { Bones } from './waiting-screen'

const NoHostScreen = onDemand<object>(() => import(/* webpackChunkName: "no-host" */ './no-host-screen').then((part) => part.NoHostScreen))
const MyDay = onDemand<object>(() => import(/* webpackChunkName: "home" */ '../features/home/my-day').then((part) => part.MyDay))
const ClientDesk = onDemand<{ view: null; onClose: () => void }>(() => import(/* webpackChunkName: "forms" */ '../features/forms/client-desk').then((part) => part.ClientDesk))
const ComposeScreen = onDemand<{ draftKey: string }>(() => import(/* webpackChunkName: "compose" */ '../features/compose/compose-screen').then((part) => part.ComposeScreen))
const MeetingScreen = onDemand<{ meetingKey: string; organising: boolean }>(() => import(/* webpackChunkName: "meeting" */ '../features/meeting/meeting-screen').then((part) => part.MeetingScreen))
const GroupScreen = onDemand<{ selectionKey: string }>(() => import(/* webpackChunkName: "group" */ '../features/group/group-screen').then((part) => part.GroupScreen))

export function Pane({ services }: { services: PaneServices }) {
  return <PaneContext value={services}><Themed /></PaneContext>
}

function Themed() {
  const { theme, locale } = usePaneState()
  const dark = useSyncExternalStore(prefersDark.subscribe, prefersDark.get)
  const name = theme ?? (dark ? 'dark' : 'light')
  useEffect(() => {
    document.documentElement.lang = locale
    document.documentElement.style.colorScheme = name
  }, [locale, name])
  return <FluentProvider theme={themeNamed(name)}><Screen /></FluentProvider>
}

function Screen() {
  const { phase, item, view, said } = usePaneState()
  const pane = usePaneStyles()
  const [searchedIn, setSearchedIn] = useState<string | null>(null)
  useAfterAnswer(view)
  const besideWindow = item?.kind === 'draft' || item?.kind === 'meeting' ? item.key : null
  function closeDesk() {
    setSearchedIn(null)
    document.querySelector<HTMLElement>('footer button')?.focus()
  }
  return (
    <div className={pane.page}>
      <main className={pane.main}>
        {phase === 'no-host' && <NoHostScreen />}
        {phase === 'starting' && <div className={pane.first}><Bones /></div>}
        {phase === 'running' && view && <MessageScreen key={view.key} view={view} search={searchedIn === view.key} onSearchClosed={() => setSearchedIn(null)} />}
        {phase === 'running' && item === null && <MyDay />}
        {besideWindow !== null && searchedIn === besideWindow && <div className={pane.first}><ClientDesk view={null} onClose={closeDesk} /></div>}
        {phase === 'running' && item?.kind === 'draft' && <ComposeScreen key={item.key} draftKey={item.key} />}
        {phase === 'running' && item?.kind === 'meeting' && <MeetingScreen key={item.key} meetingKey={item.key} organising={item.organising} />}
        {phase === 'running' && item?.kind === 'selection' && <GroupScreen key={item.key} selectionKey={item.key} />}
      </main>
      {phase === 'running' && <PaneFooter onSearch={view?.answer || besideWindow !== null ? () => setSearchedIn(view?.key ?? besideWindow) : null} />}
      <div aria-live="polite" role="status"><Heard>{said.text}</Heard></div>
    </div>
  )
}
