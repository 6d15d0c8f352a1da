import type { JournalWords } from './journal-words'

const contacts = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'contact' : 'contacts'}`

export const journalEn: JournalWords = {
  appName: 'Counterpane', journal: 'Journal', clients: 'Clients', skipToList: 'Skip to the list', retry: 'Retry', close: 'Close', save: 'Save', cancelEdit: 'Discard', optional: 'optional', loading: 'Loading…', more: 'Show more',
  account: {
    menu: (name) => `${name}: account and language`, signOut: 'Sign out', language: 'Language', english: 'English', russian: 'Русский', keys: 'Keyboard shortcuts', sessions: 'My sessions…',
    role: { manager: 'Manager', lead: 'Team lead', administrator: 'Administrator' },
  },
  signIn: {
    title: 'Sign in to the journal', demo: 'This is the demo. Choose who you are.', as: (name) => `Sign in as ${name}`,
    notDemo: 'Sign-in is not set up on this server. The administrator finds the settings in the README.',
  },
  offline: { title: 'No connection', advice: 'The server does not answer. Check the network; the journal tries again when it is back.', stale: (time) => `Shown as of ${time}.` },
  reference: (code) => `Reference ${code}`,
  failed: 'Something went wrong',
  period: {
    label: 'Period', day: 'Day', week: 'Week', month: 'Month', quarter: 'Quarter', halfYear: 'Half-year', year: 'Year', all: 'All time', range: 'Own range…',
    back: 'Earlier', forward: 'Later', today: 'Today', from: 'From', to: 'To', time: 'time', everything: 'All time', choose: 'Choose the dates', openEnd: '…',
    quarterTitle: (quarter, year) => `Q${quarter} ${year}`, halfYearTitle: (half, year) => `${half === 1 ? '1st' : '2nd'} half of ${year}`,
  },
  filter: {
    label: 'Filters', show: 'Filters', hide: 'Hide filters', client: 'Client', findClient: 'All clients', allClients: 'All clients', noClientFound: 'No such client', searching: 'Searching…', clientCard: "Client's card", showList: (label) => `Show the list: ${label}`,
    manager: 'Manager', allManagers: 'All managers', method: 'Method', state: 'State', status: 'Status', all: 'all', chosen: (count) => `${count} chosen`, overdue: 'Overdue',
    toggles: 'Show', held: 'Held', notHeld: 'Not held', incoming: 'Incoming', outgoing: 'Outgoing', notHeldHint: 'Planned, overdue and cancelled',
    search: 'Search in the text', searchHint: 'Subject, content, result', clear: 'Clear filters', overdueAll: 'Overdue, all', withoutClient: 'Without a client',
  },
  column: { date: 'Date, time', minutes: 'min', minutesLong: 'Minutes', method: 'Method', client: 'Client', person: 'Person', manager: 'Manager', subject: 'Subject / result', state: 'State', status: 'Status', sortBy: (name) => `Sort by: ${name}` },
  list: {
    label: 'Contacts', empty: 'No contacts here', emptyAdvice: 'Nothing in this period fits the filters. Widen the period, clear the filters, or log what happened.', showWeek: 'Show the week', showAllPeriods: 'Show all time', clearFilters: 'Clear filters',
    noSubject: '(no subject)', noClient: 'Without a client', shown: (count, more) => (more ? `${contacts(count)} loaded, more below` : contacts(count)), refresh: 'Refresh', log: 'Log a call or meeting',
    highPriority: 'High priority', keysHint: 'Press ? for keyboard shortcuts', andMore: (name, count) => `${name} +${count}`,
  },
  contact: {
    label: 'Contact', client: 'Client', also: 'Also involves', persons: 'Persons', manager: 'Manager', managers: 'Managers', registeredBy: 'Registered by', type: 'Goal', priority: 'Priority', state: 'State',
    source: { outlook: 'from Outlook', gmail: 'from Gmail', calendar: 'from the calendar', manual: 'by hand', import: 'by import', site: 'from the site', api: 'through the API' },
    minutes: (count) => `${count} min`, firm: 'Our company', adSource: 'Advertising source', comment: 'Comment', result: 'Result', subject: 'Subject', content: 'Content', method: 'Method', direction: 'Direction', status: 'Status',
    noContent: 'No text.', onlySubject: 'Only the subject was registered.', onlyFact: 'Only the fact was registered.', private: 'Private', showQuoted: 'Show quoted text', hideQuoted: 'Hide quoted text', attachments: 'Attachments', notKept: 'file not kept',
    linked: 'Linked contacts', previous: 'Before', next: 'After', noLinked: 'None yet. “Plan next” makes one.', details: 'Details',
    edit: 'Edit', cancel: 'Cancel it…', planNext: 'Plan next', undo: 'Undo registration', outcome: 'Outcome…', askOutcome: 'The time has passed. How did it end?', assignClient: 'Choose the client',
  },
  stale: {
    title: 'Somebody changed this contact meanwhile', advice: 'Nothing was saved. Compare, then keep your values or take the newer ones.', field: 'Field', yours: 'Yours', newer: 'Stored now',
    keepMine: 'Save mine over it', takeNewer: 'Take the newer one', sameFields: 'Other fields were changed; yours are as you left them.',
  },
  outcome: { title: 'How did it end?', held: 'Held', notHeld: 'Not held', moved: 'Moved', reason: 'Reason', newTime: 'New time', nextStep: 'Plan the next step', save: 'Save the outcome', saved: 'The outcome is saved', needTime: 'Choose the new time' },
  cancelling: { title: 'Cancel this planned contact?', reason: 'Reason', confirm: 'Cancel the contact', done: 'The contact is cancelled' },
  undoing: { title: 'Undo this registration?', advice: 'The contact leaves the history; the email itself stays and can be registered again.', confirm: 'Undo registration', done: 'The registration is undone' },
  next: {
    title: 'Next step', method: 'Method', type: 'Goal', when: 'When', workingDay: 'Next working day, 10:00', inThreeDays: 'In 3 days', nextWeek: 'Next week', save: 'Plan', done: 'The next step is planned', noType: 'No goal', subject: 'Subject',
  },
  logging: {
    title: 'Log a call or meeting', method: 'Method', direction: 'Direction', when: 'When', duration: 'Minutes', client: 'Client', persons: 'Persons', manager: 'Manager', subject: 'Subject', content: 'Content', result: 'Result', priority: 'Priority', state: 'State', type: 'Goal',
    planned: 'It is planned', already: 'It has taken place', save: 'Save', done: 'Saved', withoutClient: 'Without a client', noPersons: 'This client has no contact persons yet.', needSubject: 'Say in a few words what it is about', discard: 'Close', badTime: 'Choose the date and time',
  },
  client: {
    list: 'Clients', find: 'Find a client', class: (value) => `Class ${value}`, classTitle: 'Class by sales', vip: 'VIP', responsible: 'Responsible', nobody: 'nobody', addresses: 'Addresses', domains: 'Domains', phones: 'Phones', industry: 'Industry', region: 'Region', taxNumber: 'Tax number',
    toJournal: 'Contacts in the journal', people: 'Contact persons', noPeople: 'No contact persons yet.', empty: 'No clients found', emptyAdvice: 'Try fewer letters, an address or a domain.',
  },
  feed: {
    title: 'Feed', all: 'All', contacts: 'Contacts', tasks: 'Tasks', notes: 'Notes', future: 'Ahead', past: 'Past', empty: 'Nothing here yet', emptyAdvice: 'Write a note or a task above, or log a call.', type: 'New', note: 'Note', task: 'Task',
    noteHint: 'Write a note', taskHint: 'What must be done', due: 'By', add: 'Add', added: 'Added', done: 'Done', markDone: (title) => `Mark as done: ${title}`, markOpen: (title) => `Mark as not done: ${title}`, filter: 'Show',
  },
  keys: { title: 'Keyboard', search: 'Search', create: 'Log a call or meeting', down: 'Next row', up: 'Previous row', open: 'Open', edit: 'Edit the open contact', close: 'Close', help: 'All keys', go: 'These keys work whenever you are not typing in a field.' },
}
