import type { Locale } from '@counterpane/shared/domain/codes'
import { journalTexts } from '@counterpane/shared/text/journal-texts'
import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components'
import { useCallback, useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { JournalApi } from '../api/journal-api'
import { MeContext, SurroundingsContext, useSurroundings, type Surroundings } from '../api/journal-context'
import { useWhoAmI } from '../api/journal-queries'
import { dropDrafts } from '../forms/kept-draft'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { firstLocale, keepLocale } from './journal-locale'
import { JournalFrame } from './journal-frame'
import { JournalSignIn } from './journal-sign-in'

const dark = window.matchMedia('(prefers-color-scheme: dark)')
const onTheme = (notify: () => void) => {
  dark.addEventListener('change', notify)
  return () => dark.removeEventListener('change', notify)
}

/** Language and theme around everything, then: nobody signed in, or the journal. */
export function JournalApp({ api }: { api: JournalApi }) {
  const [locale, keep] = useState<Locale>(firstLocale)
  const isDark = useSyncExternalStore(onTheme, () => dark.matches)
  const setLocale = useCallback((next: Locale) => {
    api.setLocale(next)
    keepLocale(next)
    keep(next)
  }, [api])
  useEffect(() => {
    document.documentElement.lang = locale
    document.title = `${journalTexts[locale].journal} · ${journalTexts[locale].appName}`
  }, [locale])
  const surroundings = useMemo<Surroundings>(() => ({ call: api.call, locale, text: journalTexts[locale], setLocale }), [api, locale, setLocale])
  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme} className="jn-root" data-theme={isDark ? 'dark' : 'light'}>
      <div className="jn-page"><SurroundingsContext value={surroundings}><Door /></SurroundingsContext></div>
    </FluentProvider>
  )
}

function Door() {
  const { setLocale } = useSurroundings()
  const { data: me, error, isPending, refetch } = useWhoAmI()
  const preferred = me?.locale
  const id = me?.id
  // After a session that ran out somebody else may come.
  useLayoutEffect(() => { if (id) dropDrafts({ but: id }) }, [id])
  useEffect(() => { if (preferred) setLocale(preferred) }, [preferred, setLocale])
  if (isPending) return <DelayedSkeleton lines={8} />
  if (error && me === undefined) return <main className="jn-lonely"><ProblemNotice error={error} onRetry={() => void refetch()} /></main>
  if (!me) return <JournalSignIn />
  return <MeContext value={me}><JournalFrame /></MeContext>
}
