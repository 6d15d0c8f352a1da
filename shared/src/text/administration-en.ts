import type { AdministrationWords } from './administration-words'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

export const administrationEn: AdministrationWords = {
  title: 'Administration', about: 'Who works here, what they choose from, and what is kept.', parts: 'Parts of administration',
  part: {
    managers: 'Managers', teams: 'Teams', firms: 'Our companies', visibility: 'Who sees what', words: 'Dictionaries', details: 'Details', never: 'Never registered', files: 'Files and letters', retention: 'Retention', trail: 'Who changed what',
    'person-data': 'One person’s data', calendars: 'Calendars',
  },
  forbidden: { title: 'This page is for administrators', advice: 'If you need something changed here, ask an administrator of yours.', back: 'To the journal' },
  saved: 'Saved.', undo: 'Undo', undone: (left) => (left > 0 ? `Taken back. ${count(left, 'record was', 'records were')} changed since and stayed as they are.` : 'Taken back.'),
  unsaved: 'Not saved yet', save: 'Save', reset: 'Do not change', close: 'Close', moreOf: (name) => `More: ${name}`,
  managers: {
    about: 'Nobody is deleted: whoever leaves is switched off, and what they did stays theirs.', add: 'Add a manager', showOff: 'Show those who have left', off: 'Switched off', empty: 'Nobody is here yet', emptyAdvice: 'Add the first manager and give them an invitation.',
    noTeam: 'No team', allFirms: 'All companies', none: '–',
    column: { manager: 'Manager', place: 'Role and team', signIn: 'Sign-in', load: 'Open now', calendar: 'Calendar', actions: 'Actions' },
    signsIn: (providers) => `Signs in with ${providers}`, neverSignedIn: 'No account bound yet', invitedUntil: 'Invited until', lastSeen: 'Last seen', notSeen: 'No open session',
    load: (clients, plans, tasks) => [clients && count(clients, 'client', 'clients'), plans && count(plans, 'plan', 'plans'), tasks && count(tasks, 'task', 'tasks')].filter(Boolean).join(', '), noLoad: 'Nothing', noCalendar: 'Not set up',
    change: 'Change…', invite: 'Invite…', handOver: 'Hand over…', switchOff: 'Switch off…', switchOn: 'Switch on', endSessions: 'Sign out everywhere', sessionsEnded: (name) => `${name} is signed out everywhere.`, switchedOn: (name) => `${name} is switched on.`,
  },
  form: {
    create: 'New manager', edit: (name) => name, name: 'Name', role: 'Role', team: 'Team', firms: 'Works for', firmsHint: 'None ticked: for all our companies.', locale: 'Language', anyLocale: 'As the browser says',
    main: 'Main address', mainHint: 'By it letters and calendars are known to be theirs.', other: 'Other addresses and aliases', otherHint: 'One a line. An address belongs to one manager only.',
    needName: 'Type the name.', needMain: 'Type the address.', added: (name) => `${name} is added. An invitation lets them sign in.`,
  },
  stale: { title: 'Somebody else changed this meanwhile', advice: 'Look at both versions and choose.', field: 'Field', yours: 'Yours', newer: 'Newer', saveMine: 'Save mine', takeTheirs: 'Take the newer one', nothing: 'Both versions say the same.' },
  invitation: {
    title: (name) => `Invitation for ${name}`, advice: 'A one-time code binds the Microsoft or Google account of whoever types it to this manager. A new code makes the earlier ones void.', make: 'Make a code', code: 'Code',
    once: 'The code is shown only now; nobody can look it up later.', copy: 'Copy', copied: 'Copied', mail: 'Write an email', until: 'Valid until', subject: 'Your invitation to Counterpane',
    body: (name, code, address) => `Hello ${name},\n\nopen ${address}, sign in with your work account and enter this code:\n\n${code}\n\nIt works once and for seven days.`,
  },
  giving: {
    title: (name) => `Hand over what ${name} has`, advice: 'All of it goes by one order and can be taken back as one.', to: 'To whom', choose: 'Choose a manager', needTo: 'Choose who takes it over.',
    clients: (n) => count(n, 'client', 'clients'), plans: (n) => count(n, 'planned contact', 'planned contacts'), tasks: (n) => count(n, 'open task', 'open tasks'),
    confirm: 'Hand over', done: (n, name) => `${count(n, 'record', 'records')} handed over to ${name}.`, left: (n) => `${count(n, 'record', 'records')} stayed: only those who take part may change them.`, nothing: 'Nothing is open here.', busy: 'Handing over…',
  },
  switching: {
    title: (name) => `Switch off ${name}?`, advice: 'All sessions end at once, open invitations are void. Contacts, clients and history stay.', load: (load) => `Still open: ${load}. You can hand it over right after.`, confirm: 'Switch off', done: (name) => `${name} is switched off.`,
  },
  words: {
    about: 'Words that forms and filters offer. What is used is switched off, not deleted: it stays where it was chosen.', which: 'Dictionary',
    list: { team: 'Teams', firm: 'Our companies', goal: 'Goals of contacts', adSource: 'Advertising sources', industry: 'Industries', region: 'Regions', status: 'Statuses of clients', turnover: 'Turnover classes', class: 'Classes', results: 'Ready results', methods: 'Methods' },
    teamsAbout: 'A lead sees and shares out what a team has.', firmsAbout: 'Companies of ours, on whose behalf contacts are held.',
    name: 'Name', nameRu: 'Name in Russian', add: 'Add', used: (n) => `used ${n === 1 ? 'once' : `${n} times`}`, unused: 'not used', off: 'switched off', empty: 'This list is empty', emptyAdvice: 'Add the first word: forms offer it at once.',
    rename: 'Rename', switchOff: 'Switch off', switchOn: 'Switch on', remove: 'Delete', up: 'Move up', down: 'Move down',
    said: {
      added: (name) => `“${name}” is added.`, renamed: (name) => `It is called “${name}” now.`, off: (name) => `“${name}” is no longer offered.`, on: (name) => `“${name}” is offered again.`, removed: (name) => `“${name}” is deleted.`, ordered: (name) => `“${name}” has moved.`,
    },
    onClients: (n) => `Change it on ${count(n, 'client', 'clients')} too`, changedClients: (n) => `Changed on ${count(n, 'client', 'clients')}.`, strays: 'Also found on clients', straysAdvice: 'These words stand on clients and on no list.', toList: (name) => `Add “${name}” to the list`,
    methodsAdvice: 'Methods are a closed list: filters, statistics and both mail clients rely on it. They are not changed here.', needName: 'Type the name.',
  },
  results: { about: 'Words that one press puts in as a result. Without a Russian text the English one is offered.', text: 'Text', textRu: 'Text in Russian', method: 'For', any: 'Any method', add: 'Add a result', remove: (n) => `Remove result ${n}`, up: (n) => `Move result ${n} up`, down: (n) => `Move result ${n} down`, row: (n) => `Result ${n}`, need: 'A result needs a text.' },
  domains: {
    title: 'Own domains', about: 'Whoever writes from them is a colleague: such letters are between us and never a client’s.', domain: 'Domain', add: 'Add', remove: (domain) => `Remove ${domain}`, managers: (n) => count(n, 'manager', 'managers'),
    empty: 'No domain is named yet. Addresses of managers are known to be ours all the same.', said: (domain) => `${domain} is ours now.`, gone: (domain) => `${domain} is removed.`, takeBack: 'Put it back',
  },
  files: {
    title: 'Files of registered letters', about: 'Which attachments are kept with a contact, and up to which size.', keep: 'What is kept', keepAll: 'All files, unless somebody unticks them', keepChosen: 'Only files that somebody ticks', keepNone: 'None: only their names',
    perFile: 'Largest file, MB', perMessage: 'Largest sum of one letter, MB', sizeHint: '0 to 1024', badSize: 'Type a number from 0 to 1024.', digests: 'Send letters about the day', digestsAbout: 'Each manager chooses their own; without this nothing is sent.', noMailServer: 'No mail server is set up (SMTP_URL), so nothing can be sent yet.',
  },
}
