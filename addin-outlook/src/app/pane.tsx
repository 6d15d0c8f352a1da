import { FluentProvider, mergeClasses } from '@fluentui/react-components'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Heard } from '@counterpane/shared/ui/heard'
import { Note } from './failure-note'
import { MessageScreen } from './message-screen'
import { onDemand } from './on-demand'
import { PaneContext, type PaneServices, usePaneState, useTexts } from './pane-context'
import { PaneFooter } from './pane-footer'
import { usePaneStyles } from './pane-styles'
import { prefersDark, themeNamed } from './pane-theme'
import { Bones } from './waiting-screen'

const MyDay = onDemand<object>(() => import(/* webpackChunkName: "forms" */ '../features/home/my-day').then((part) => part.MyDay))

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
  const { phase, view, said } = usePaneState()
  const texts = useTexts()
  const pane = usePaneStyles()
  const [searchedIn, setSearchedIn] = useState<string | null>(null)
  return (
    <div className={pane.page}>
      <main className={pane.main}>
        {phase === 'no-host' && <div className={pane.first}><Note role="status"><strong>{texts.noHostTitle}</strong><span>{texts.noHost}</span></Note></div>}
        {phase === 'starting' && <div className={pane.first}><Bones /></div>}
        {phase === 'running' && view && <MessageScreen key={view.key} view={view} search={searchedIn === view.key} onSearchClosed={() => setSearchedIn(null)} />}
        {phase === 'running' && !view && <Home />}
      </main>
      {phase === 'running' && <PaneFooter onSearch={view?.answer ? () => setSearchedIn(view.key) : null} />}
      <div aria-live="polite" role="status"><Heard>{said.text}</Heard></div>
    </div>
  )
}

function Home() {
  const texts = useTexts()
  const pane = usePaneStyles()
  return (
    <>
      <section className={mergeClasses(pane.first, pane.tight)}>
        <h1 className={pane.title}>{texts.homeTitle}</h1>
        <p className={pane.quiet}>{texts.homeEmpty}</p>
      </section>
      <MyDay />
    </>
  )
}
