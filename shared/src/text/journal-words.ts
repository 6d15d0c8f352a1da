import type { Role, Source } from '../domain/codes'

/** Every text of the journal that is not a word of the domain (those stand in `words.ts`). */
export interface JournalWords {
  appName: string; journal: string; clients: string; skipToList: string; retry: string; close: string; save: string; cancelEdit: string; optional: string; loading: string; more: string
  account: { menu: (name: string) => string; signOut: string; language: string; english: string; russian: string; keys: string; sessions: string; role: Record<Role, string> }
  signIn: { title: string; demo: string; as: (name: string) => string; notDemo: string }
  offline: { title: string; advice: string; stale: (time: string) => string }
  reference: (code: string) => string
  failed: string
  period: {
    label: string; day: string; week: string; month: string; quarter: string; halfYear: string; year: string; all: string; range: string
    back: string; forward: string; today: string; from: string; to: string; time: string; everything: string
    quarterTitle: (quarter: number, year: number) => string; halfYearTitle: (half: number, year: number) => string; choose: string; openEnd: string
  }
  filter: {
    label: string; show: string; hide: string; client: string; findClient: string; allClients: string; noClientFound: string; searching: string; clientCard: string; showList: (label: string) => string
    manager: string; allManagers: string; method: string; state: string; status: string; all: string; chosen: (count: number) => string; overdue: string
    toggles: string; held: string; notHeld: string; incoming: string; outgoing: string; notHeldHint: string
    search: string; searchHint: string; clear: string; overdueAll: string; withoutClient: string
  }
  column: { date: string; minutes: string; minutesLong: string; method: string; client: string; person: string; manager: string; subject: string; state: string; status: string; sortBy: (name: string) => string }
  list: {
    label: string; empty: string; emptyAdvice: string; showWeek: string; showAllPeriods: string; clearFilters: string; noSubject: string; noClient: string
    shown: (count: number, more: boolean) => string; refresh: string; log: string; highPriority: string; keysHint: string; andMore: (name: string, count: number) => string
  }
  contact: {
    label: string; client: string; also: string; persons: string; manager: string; managers: string; registeredBy: string; source: Record<Source, string>; type: string; priority: string; state: string
    minutes: (count: number) => string; firm: string; adSource: string; comment: string; result: string; subject: string; content: string; method: string; direction: string; status: string
    noContent: string; onlySubject: string; onlyFact: string; private: string; showQuoted: string; hideQuoted: string; attachments: string; notKept: string; linked: string; previous: string; next: string; noLinked: string; details: string
    edit: string; cancel: string; planNext: string; undo: string; outcome: string; askOutcome: string; assignClient: string
  }
  stale: { title: string; advice: string; field: string; yours: string; newer: string; keepMine: string; takeNewer: string; sameFields: string }
  outcome: { title: string; held: string; notHeld: string; moved: string; reason: string; newTime: string; nextStep: string; save: string; saved: string; needTime: string }
  cancelling: { title: string; reason: string; confirm: string; done: string }
  undoing: { title: string; advice: string; confirm: string; done: string }
  next: { title: string; method: string; type: string; when: string; workingDay: string; inThreeDays: string; nextWeek: string; save: string; done: string; noType: string; subject: string }
  logging: {
    title: string; method: string; direction: string; when: string; duration: string; client: string; persons: string; manager: string; subject: string; content: string; result: string; priority: string; state: string; type: string
    planned: string; already: string; save: string; done: string; withoutClient: string; noPersons: string; needSubject: string; discard: string; badTime: string
  }
  client: {
    list: string; find: string; class: (value: string) => string; classTitle: string; vip: string; responsible: string; nobody: string; addresses: string; domains: string; phones: string; industry: string; region: string; taxNumber: string
    toJournal: string; people: string; noPeople: string; empty: string; emptyAdvice: string;
  }
  feed: {
    title: string; all: string; contacts: string; tasks: string; notes: string; future: string; past: string; empty: string; emptyAdvice: string; type: string; note: string; task: string; noteHint: string; taskHint: string; due: string; add: string; added: string
    done: string; markDone: (title: string) => string; markOpen: (title: string) => string; filter: string;
  }
  keys: { title: string; search: string; create: string; down: string; up: string; open: string; edit: string; close: string; help: string; go: string }
}
