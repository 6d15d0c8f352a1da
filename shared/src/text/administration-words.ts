/** What the administration page says. */
export interface AdministrationWords {
  title: string; about: string; parts: string
  part: Record<'managers' | 'teams' | 'firms' | 'visibility' | 'words' | 'details' | 'never' | 'files' | 'retention' | 'trail' | 'person-data' | 'calendars', string>
  forbidden: { title: string; advice: string; back: string }
  saved: string; undo: string; undone: (left: number) => string; unsaved: string; save: string; reset: string; close: string; moreOf: (name: string) => string
  managers: {
    about: string; add: string; showOff: string; off: string; empty: string; emptyAdvice: string; noTeam: string; allFirms: string; none: string
    column: Record<'manager' | 'place' | 'signIn' | 'load' | 'calendar' | 'actions', string>
    signsIn: (providers: string) => string; neverSignedIn: string; invitedUntil: string; lastSeen: string; notSeen: string
    load: (clients: number, plans: number, tasks: number) => string; noLoad: string; noCalendar: string
    change: string; invite: string; handOver: string; switchOff: string; switchOn: string; endSessions: string; sessionsEnded: (name: string) => string; switchedOn: (name: string) => string
  }
  form: {
    create: string; edit: (name: string) => string; name: string; role: string; team: string; firms: string; firmsHint: string; locale: string; anyLocale: string
    main: string; mainHint: string; other: string; otherHint: string; needName: string; needMain: string; added: (name: string) => string
  }
  stale: { title: string; advice: string; field: string; yours: string; newer: string; saveMine: string; takeTheirs: string; nothing: string }
  invitation: { title: (name: string) => string; advice: string; make: string; code: string; once: string; copy: string; copied: string; mail: string; until: string; subject: string; body: (name: string, code: string, address: string) => string }
  giving: { title: (name: string) => string; advice: string; to: string; choose: string; needTo: string; clients: (n: number) => string; plans: (n: number) => string; tasks: (n: number) => string; confirm: string; done: (n: number, name: string) => string; left: (n: number) => string; nothing: string; busy: string }
  switching: { title: (name: string) => string; advice: string; load: (load: string) => string; confirm: string; done: (name: string) => string }
  words: {
    about: string; which: string; list: Record<'team' | 'firm' | 'goal' | 'adSource' | 'industry' | 'region' | 'status' | 'turnover' | 'class' | 'results' | 'methods', string>
    teamsAbout: string; firmsAbout: string; name: string; nameRu: string; add: string; used: (n: number) => string; unused: string; off: string; empty: string; emptyAdvice: string
    rename: string; switchOff: string; switchOn: string; remove: string; up: string; down: string; said: Record<'added' | 'renamed' | 'off' | 'on' | 'removed' | 'ordered', (name: string) => string>
    onClients: (n: number) => string; changedClients: (n: number) => string; strays: string; straysAdvice: string; toList: (name: string) => string; methodsAdvice: string; needName: string
  }
  results: { about: string; text: string; textRu: string; method: string; any: string; add: string; remove: (n: number) => string; up: (n: number) => string; down: (n: number) => string; row: (n: number) => string; need: string }
  domains: { title: string; about: string; domain: string; add: string; remove: (domain: string) => string; managers: (n: number) => string; empty: string; said: (domain: string) => string; gone: (domain: string) => string; takeBack: string }
  files: { title: string; about: string; keep: string; keepAll: string; keepChosen: string; keepNone: string; perFile: string; perMessage: string; sizeHint: string; badSize: string; digests: string; digestsAbout: string; noMailServer: string }
}
