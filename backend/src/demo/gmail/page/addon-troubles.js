import { make, makeButton } from './card-markup.js'

/** Gmail's own words in place of a card: the add-on said nothing, or what it said would be refused. */
function drawTrouble({ title, detail = [], words, again, back }) {
  const trouble = make('div', 'trouble', make('h3', '', title), ...detail, make('div', 'buttons', makeButton('press FILLED', words.again, again), back ? makeButton('press OUTLINED', words.toCard, back) : null))
  trouble.setAttribute('role', 'alert')
  return trouble
}

export const drawSilence = ({ status, words, again, back }) => drawTrouble({ title: words.failed, detail: status === null ? [] : [make('p', '', `HTTP ${status}`)], words, again, back })

export function drawRefusal({ findings, answer, words, again, back }) {
  const whole = make('details', '', make('summary', '', words.wholeAnswer), Object.assign(make('pre', '', JSON.stringify(answer, null, 1)), { tabIndex: 0 }))
  return drawTrouble({ title: words.refused, detail: [make('p', '', words.findings), make('ul', '', ...findings.map((finding) => make('li', '', finding))), whole], words, again, back })
}

/** What stands in the place of a card when nothing was granted. */
export function drawNeedOfConsent({ words, ask }) {
  return make('div', 'need', make('p', '', words.needsConsent), make('div', 'buttons', makeButton('press FILLED', words.grant, ask)))
}
