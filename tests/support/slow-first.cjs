// The order of the test files: long ones whose size does not tell it come first, so that none of them is alone at the end while the other cores idle.
// Where Jest has measured an earlier run it knows better; a fresh checkout has nothing but sizes.
const path = require('node:path')
const { default: Sequencer } = require('@jest/test-sequencer')

const long = [
  'gmail-cards', 'calendar-recovery', 'calendar-crashes', 'calendar-plans-google', 'calendar-holds', 'acknowledged-writes', 'gmail-events', 'manifests-command', 'exports', 'gmail-content', 'calendar-plans-graph',
  'gmail-register', 'gmail-answers-pressed', 'dependency-rules', 'attachments-limits', 'calendar-plans-mixed', 'demo-calendars',
  // The first of the large ones makes the rows for all of them: the others come when it has, and wait for nothing.
  'journal-large-scroll', 'pane-hosts', 'pane-storm', 'journal-files', 'journal-outcomes', 'journal-large-export', 'journal-large', 'journal-edit', 'pane-commands', 'pane-calendar', 'journal-calendars', 'pane-doctor', 'journal-live', 'journal-look', 'pane-group',
  'gmail-hostile', 'gmail-looks', 'pane-hostile', 'pane-looks',
]
const rank = (test) => {
  const at = long.indexOf(path.basename(test.path).replace(/(\.e2e)?\.test\.tsx?$/, ''))
  return at === -1 ? long.length : at
}

module.exports = function SlowFirst(...given) {
  const sequencer = new Sequencer(...given)
  const usual = sequencer.sort.bind(sequencer)
  sequencer.sort = (tests) => {
    const sorted = usual(tests)
    return sorted.some((test) => sequencer.time(test) !== undefined) ? sorted : sorted.sort((one, other) => rank(one) - rank(other))
  }
  return sequencer
}
