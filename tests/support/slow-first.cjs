// The order of the test files: long ones whose size does not tell it come first, so that none of them is alone at the end while the other cores idle.
// Where Jest has measured an earlier run it knows better; a fresh checkout has nothing but sizes.
const path = require('node:path')
const { default: Sequencer } = require('@jest/test-sequencer')

const long = [
  'calendar-plans-graph', 'calendar-crashes', 'calendar-plans-google', 'dependency-rules', 'settings', 'calendar-recovery', 'google-calendar', 'manifests-command', 'client-standing', 'tasks-service',
  'pane-storm', 'gmail-hostile', 'gmail-looks', 'pane-hostile', 'pane-looks', 'journal-live', 'journal-feed', 'journal-client',
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
