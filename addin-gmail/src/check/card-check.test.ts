import { backAnswer, draftAnswer, notifyAnswer, pressAnswer, scopesAnswer, suggestAnswer, triggerAnswer } from '../answers'
import type { Card } from '../card-schema'
import { aFullCard, anAction, changed } from '../testing/full-card'
import { checkAnswer, checkCard } from './card-check'

const card = aFullCard() as Card
const widgets = 'sections.0.widgets'
const inputs = 'sections.1.widgets'
const many = (count: number) => Array.from({ length: count }, (_, at) => ({ textParagraph: { text: `line ${at}` } }))

it('a card with everything that an add-on may show is right', () => {
  expect(checkCard(card)).toEqual([])
})

it.each(['tel:+74950000000', 'tel:112', 'mailto:ivan.petrov@vector.example', 'mailto:a%20b@xn--80ak6aa92e.example?subject=%D0%90', 'https://crm.example:8443/journal/#/clients/k-1?a=(1)'])('%s can be opened', (url) => {
  expect(checkCard(changed(card, `${widgets}.1.image.onClick.openLink.url`, url))).toEqual([])
})

describe('refused, with the place and the reason:', () => {
  it.each<[what: string, path: string, to: unknown, finding: string]>([
    ['an unknown field', 'title', 'x', 'as a whole: has an unknown field title'], ['null', 'header.subtitle', null, 'header.subtitle: is no string'], ['a card that is a text', 'sections', 'x', 'sections: is no array'],
    ['no sections', 'sections', [], 'sections: is a card without sections'], ['an absent list of sections', 'sections', undefined, 'sections: is missing'], ['an empty section', 'sections.1.widgets', [], 'sections[1].widgets: is a section without widgets'],
    ['more than 100 widgets', 'sections.1.widgets', many(92), 'as a whole: has 101 widgets'], ['more than 40 kB', `${widgets}.0.textParagraph.text`, 'я'.repeat(20_000), 'bytes of JSON, more than 40000'],
    ['a folding of nothing', 'sections.0.uncollapsibleWidgetsCount', 9, 'sections[0]: folds nothing'], ['a folding without a number', 'sections.0.uncollapsibleWidgetsCount', undefined, 'sections[0]: folds nothing'],
    ['no widget', `${widgets}.2`, {}, 'exactly one of'], ['two widgets in one', `${widgets}.2.image`, { imageUrl: 'https://crm.example/a.png', altText: 'a' }, 'it has image and divider'],
    ['columns', `${widgets}.2`, { columns: { columnItems: [] } }, 'columns (not in the sidebar)'], ['a carousel', `${widgets}.2`, { carousel: { carouselCards: [] } }, 'carousel (Chat only)'],
    ['a material icon', `${widgets}.3.decoratedText.startIcon`, { materialIcon: { name: 'check' } }, 'materialIcon (Chat only)'], ['the deprecated icon', `${widgets}.3.decoratedText.icon`, { knownIcon: 'EMAIL' }, 'unknown field icon'],
    ['contentText', `${widgets}.3.decoratedText.contentText`, { text: 'a' }, 'contentText (Chat only)'], ['textSyntax', `${widgets}.0.textParagraph.textSyntax`, 'MARKDOWN', 'textSyntax (Chat only)'],
    ['an identifier of a section', 'sections.0.id', 'a', 'unknown field id'], ['visibility', `${widgets}.2.visibility`, 'HIDDEN', 'visibility (Workspace Studio only)'], ['a hint of a choice', `${inputs}.2.selectionInput.hintText`, 'a', 'unknown field hintText'],
    ['a source of data outside', `${inputs}.4.selectionInput.externalDataSource`, anAction(), 'externalDataSource (Chat only)'], ['a placeholder', `${inputs}.0.textInput.placeholderText`, 'a', 'placeholderText (Chat only)'],
    ['Google’s own example of a chip', `${widgets}.8.chipList.chips.0`, { text: 'Chip' }, 'label: is missing'], ['Google’s own spelling of its sample', `${widgets}.5.decoratedText.endIcon`, { icon_url: 'https://crm.example/a.png' }, 'unknown field icon_url'],
    ['two icons in one', `${widgets}.3.decoratedText.startIcon.iconUrl`, 'https://crm.example/a.png', 'it has knownIcon and iconUrl'], ['an icon of nothing', `${widgets}.3.decoratedText.startIcon`, { altText: 'a' }, 'exactly one of knownIcon, iconUrl'],
    ['an unknown icon', `${widgets}.3.decoratedText.startIcon.knownIcon`, 'BANANA', 'startIcon.knownIcon: is not one of AIRPLANE'], ['a value that is not to be sent', `${widgets}.3.decoratedText.button.type`, 'TYPE_UNSPECIFIED', 'type: is not one of OUTLINED'],
    ['a wrong kind of input', `${inputs}.2.selectionInput.type`, 'dropdown', 'type: is not one of CHECK_BOX'], ['the deprecated checkbox', `${widgets}.4.decoratedText.switchControl.controlType`, 'CHECKBOX', 'controlType: is not one of SWITCH, CHECK_BOX'],
    ['a picker of emoji', `${inputs}.0.textInput.validation.inputType`, 'EMOJI_PICKER', 'inputType: is not one of'], ['an overlay', `${widgets}.1.image.onClick.openLink.openAs`, 'OVERLAY', 'openAs: is not one of FULL_SIZE'],
    ['a button and a switch', `${widgets}.3.decoratedText.switchControl`, { name: 'a', value: 'a' }, 'has more than one of button, switchControl, endIcon'],
    ['an empty text', `${widgets}.3.decoratedText.text`, ' ', 'text: is an empty text'], ['a text of invisible letters', 'header.title', '\u200b\u2060', 'header.title: is an empty text'], ['an empty label', `${widgets}.3.decoratedText.topLabel`, '', 'topLabel: is an empty text'],
    ['a tag', `${widgets}.0.textParagraph.text`, '<img src="https://evil.example/a.png">', 'is not in the subset'], ['a script', 'header.title', '<script>alert(1)</script>', 'is not in the subset'], ['a handler', 'header.title', '<b onclick="x">a</b>', 'is not in the subset'],
    ['a link to a script', 'header.title', '<a href="javascript:alert(1)">a</a>', 'is not in the subset'], ['an address in brackets', 'header.title', 'Alice <a@b.c>', 'has a bare <'], ['a tag left open', 'header.title', '<b>a', '<b> is never closed'],
    ['tags crossed', 'header.title', '<b><i>a</b></i>', '</b> closes nothing'], ['a bare &', `${widgets}.6.buttonList.buttons.0.text`, 'R&D', 'has a bare &'], ['a bare >', 'sections.0.header', 'a > b', 'has a bare >'],
    ['a text beyond all measure', `${widgets}.0.textParagraph.text`, 'a'.repeat(5_001), 'is 5001 characters long'],
    ['direction turned round', `${inputs}.0.textInput.value`, '\u202egpj.exe', 'value: has characters without a shape'], ['half a character', 'header.title', 'a\ud800', 'header.title: has characters without a shape'], ['a NUL', 'header.title', 'a\0', 'header.title: has characters without a shape'],
    ['a title in another form', 'header.title', ['a'], 'header.title: is no string'], ['no title', 'header.title', undefined, 'header.title: is missing'],
    ['two inputs of one name', `${inputs}.1.textInput.name`, 'title', 'has a textInput of the name "title"'], ['a switch named like an input', `${widgets}.4.decoratedText.switchControl.name`, 'at', 'of the name "at"'], ['an input without a name', `${inputs}.0.textInput.name`, '', 'name: is no name of an input'],
    ['an input without words', `${inputs}.1.textInput.hintText`, undefined, 'needs a label or a hintText'], ['many lines with suggestions', `${inputs}.0.textInput.type`, 'MULTIPLE_LINE', 'has suggestions'], ['a value beyond its limit', `${inputs}.0.textInput.value`, 'a'.repeat(101), 'longer than its own limit'],
    ['101 items', `${inputs}.3.selectionInput.items`, Array.from({ length: 101 }, (_, at) => ({ text: 'a', value: String(at) })), 'are more than 100'], ['a choice of nothing', `${inputs}.2.selectionInput.items`, [], 'is a choice of nothing'],
    ['two chosen of one', `${inputs}.2.selectionInput.items.1.selected`, true, 'has 2 selected items'], ['none chosen of one', `${inputs}.2.selectionInput.items.0.selected`, false, 'has 0 selected items'], ['two items of one value', `${inputs}.2.selectionInput.items.1.value`, 'call', 'two items of one value'],
    ['a second line that is not shown', `${inputs}.2.selectionInput.items.0.bottomText`, 'a', 'which a MULTI_SELECT alone shows'], ['a moment as a number', `${inputs}.5.dateTimePicker.valueMsEpoch`, 1_795_000_000_000, 'valueMsEpoch: is no string'],
    ['a day that begins at noon', `${inputs}.6.dateTimePicker.valueMsEpoch`, '1795000000000', 'begins at midnight'], ['a switch of no value', `${widgets}.4.decoratedText.switchControl.value`, '', 'value: is an empty text'],
    ['a list of no buttons', `${widgets}.6.buttonList.buttons`, [], 'is a list of no buttons'], ['a button without words', `${widgets}.6.buttonList.buttons.0.text`, undefined, 'is a button without words'], ['a button that does nothing', `${widgets}.6.buttonList.buttons.0.onClick`, undefined, 'onClick: is missing'],
    ['a button that does two things', `${widgets}.3.decoratedText.button.onClick.openLink`, { url: 'https://crm.example/' }, 'it has action and openLink'], ['a menu in a menu', `${widgets}.6.buttonList.buttons.0.onClick.overflowMenu.items.0.onClick`, { overflowMenu: { items: [] } }, 'overflowMenu'],
    ['a footer without a colour', 'fixedFooter.primaryButton.color', undefined, 'is a button of a footer'], ['a footer without text', 'fixedFooter.primaryButton.text', undefined, 'fixedFooter.primaryButton: is a button without words'], ['a footer of the second button only', 'fixedFooter.primaryButton', undefined, 'primaryButton: is missing'],
    ['a colour out of bounds', 'fixedFooter.primaryButton.color.red', 255, 'color.red: is above 1'], ['a negative colour', 'fixedFooter.primaryButton.color.red', -0.1, 'color.red: is below 0'],
    ['a link without TLS', `${widgets}.1.image.onClick.openLink.url`, 'http://crm.example/', 'url: is no https address'], ['a link without a host', `${widgets}.1.image.onClick.openLink.url`, 'www.google.ca', 'url: is no https address'], ['a script for a link', `${widgets}.1.image.onClick.openLink.url`, 'javascript:alert(1)', 'url: is no https address'],
    ['a link with a user in front', `${widgets}.1.image.onClick.openLink.url`, 'https://crm.example@evil.example/', 'url: is no https address'], ['a picture without TLS', 'header.imageUrl', 'http://crm.example/a.png', 'imageUrl: is no https address'],
    ['a number that is none', `${widgets}.1.image.onClick.openLink.url`, 'tel:javascript', 'url: is no https address'], ['an address in two lines', `${widgets}.1.image.onClick.openLink.url`, 'mailto:a@b.example\nbcc:c', 'url: is no https address'],
    ['a picture as data', `${widgets}.1.image.imageUrl`, 'data:image/png;base64,AAAA', 'imageUrl: is no https address'], ['an SVG', `${widgets}.1.image.imageUrl`, 'https://crm.example/a.svg?b', 'is an SVG'], ['a picture without words', `${widgets}.1.image.altText`, undefined, 'altText: is missing'],
    ['a portrait without words', 'header.imageAltText', undefined, 'needs imageUrl and imageAltText together'], ['a menu of nothing', 'cardActions', [], 'cardActions: is a menu of nothing'],
  ])('%s', (_what, path, to, finding) => {
    expect(checkCard(changed(card, path, to)).join('\n')).toContain(finding)
  })

  it.each<[what: string, change: object, finding: string]>([
    ['interaction', { interaction: 'OPEN_DIALOG' }, 'interaction (Gmail strips the whole card)'], ['an address of somebody else', { function: 'https://crm.example/other' }, 'is not the address of our actions'], ['no TLS', { function: 'http://crm.example/gmail/action' }, 'is not the address'],
    ['a name of a function', { function: 'goToView' }, 'is not the address'], ['no parameters', { parameters: undefined }, 'parameters: is missing'], ['no name of the action', { parameters: [{ key: 'signature', value: 'a' }] }, 'has no action'],
    ['no signature', { parameters: [{ key: 'action', value: 'a' }] }, 'has no signature'], ['a parameter that is a number', { parameters: [...anAction().parameters, { key: 'a', value: 1 }] }, 'value: is no string'],
    ['state in the parameters', { parameters: [...anAction().parameters, { key: 'a', value: 'a'.repeat(2_000) }] }, 'holds more than ids'], ['a parameter twice', { parameters: [...anAction().parameters, { key: 'action', value: 'undo' }] }, 'has a parameter twice'],
    ['a need for an input that is not there', { requiredWidgets: ['nowhere'] }, 'asks for the input "nowhere"'], ['an unknown indicator', { loadIndicator: 'LOAD_INDICATOR_UNSPECIFIED' }, 'is not one of SPINNER, NONE'],
  ])('an action with %s, wherever it stands', (_what, change, finding) => {
    const wrong = { ...anAction(), ...change }
    for (const place of ['cardActions.0.onClick.action', `${inputs}.0.textInput.autoCompleteAction`, `${inputs}.5.dateTimePicker.onChangeAction`, `${widgets}.5.decoratedText.onClick.openDynamicLinkAction`, `${widgets}.6.buttonList.buttons.0.onClick.overflowMenu.items.0.onClick.action`]) {
      expect(checkCard(changed(card, place, wrong)).join('\n')).toContain(finding)
    }
  })

  it('what is wrong in a card that lies inside of a press', () => {
    expect(checkCard(changed(card, `${widgets}.6.buttonList.buttons.1.onClick.card.sections.0.widgets.0.textInput.label`, '<b>a'))).toEqual(['sections[0].widgets[6].buttonList.buttons[1].onClick.card.sections[0].widgets[0].textInput.label: has <b> is never closed: "<b>a"'])
  })
  it('what is no JSON', () => {
    const round: Record<string, unknown> = {}
    round.round = round
    for (const value of [undefined, () => 1, round, 10n]) expect(checkCard(value)).toEqual(['as a whole: is no JSON'])
    for (const value of [null, 1, 'card', [], [card]]) expect(checkCard(value)).not.toEqual([])
  })
})

describe('answers', () => {
  const scopes = scopesAnswer(['https://www.googleapis.com/auth/userinfo.email'])
  it.each([
    ['a card for a trigger', triggerAnswer(card), 'trigger'], ['a pressed card', pressAnswer('push', card), 'press'], ['a finished form', pressAnswer('finish', card, 'Saved'), 'press'], ['words', notifyAnswer('Tom & <Co>'), 'press'], ['a step back', backAnswer(card), 'press'],
    ['a draft', draftAnswer({ draftId: 'r-1', threadId: null }), 'press'], ['suggestions', suggestAnswer(['Tom & Co']), 'suggest'], ['no suggestions', suggestAnswer([]), 'suggest'], ['suggestions, not told apart', suggestAnswer(['a']), 'action'],
    ['a press, not told apart', notifyAnswer('a'), 'action'], ['consent on opening', scopes, 'trigger'], ['consent on a press', scopes, 'press'], ['consent while typing', scopes, 'suggest'],
    ['all scopes', { requesting_google_scopes: { all_scopes: true } }, 'press'], ['a link', { renderActions: { action: { link: { url: 'https://crm.example/', openAs: 'FULL_SIZE', onClose: 'RELOAD' } } } }, 'press'],
    ['a changed draft', { renderActions: { hostAppAction: { gmailAction: { updateDraftActionMarkup: { updateSubject: { subject: 'a' }, updateToRecipients: { toRecipients: [{ email: 'a@b.example' }] } } } } } }, 'press'],
  ] as const)('%s: right', (_what, answer, kind) => {
    expect(checkAnswer(answer, kind)).toEqual([])
  })

  it.each([
    ['a press for a trigger', pressAnswer('push', card), 'trigger', 'unknown field renderActions'], ['a trigger for a press', triggerAnswer(card), 'press', 'renderActions: is missing'], ['a bare card', card, 'trigger', 'unknown field'],
    ['an update on opening', { action: { navigations: [{ updateCard: card }] } }, 'trigger', 'pushCard: is missing'], ['two cards on opening', { action: { navigations: [{ pushCard: card }, { pushCard: card }] } }, 'trigger', 'exactly one card'],
    ['two ways in one step', { renderActions: { action: { navigations: [{ pushCard: card, pop: true }] } } }, 'press', 'it has pushCard and pop'], ['a step that is none', { renderActions: { action: { navigations: [{ pop: false }] } } }, 'press', 'pop: is not one of true'],
    ['no step', { renderActions: { action: { navigations: [] } } }, 'press', 'goes nowhere'], ['nothing at all', { renderActions: {} }, 'press', 'does nothing'], ['an empty notification', notifyAnswer(''), 'press', 'is an empty text'],
    ['stateChanged as a text', { ...notifyAnswer('a'), stateChanged: 'true' }, 'press', 'stateChanged: is no boolean'], ['snake case', { render_actions: {} }, 'press', 'unknown field render_actions'], ['camel case where Google has none', { requestingGoogleScopes: { scopes: [] } }, 'press', 'unknown field requestingGoogleScopes'],
    ['consent to nothing', scopesAnswer([]), 'trigger', 'asks for nothing'], ['consent to something else', scopesAnswer(['gmail']), 'trigger', 'is no scope of Google'], ['consent and a card', { ...scopes, ...triggerAnswer(card) }, 'trigger', 'unknown field action'],
    ['a draft without an id', { renderActions: { hostAppAction: { gmailAction: { openCreatedDraftActionMarkup: {} } } } }, 'press', 'draftId: is missing'], ['an empty suggestion', suggestAnswer(['']), 'suggest', 'is an empty text'],
    ['a broken card inside', triggerAnswer({ ...card, sections: [] }), 'trigger', 'action.navigations[0].pushCard.sections: is a card without sections'], ['no answer', null, 'press', 'is no object'],
  ] as const)('%s: refused', (_what, answer, kind, finding) => {
    expect(checkAnswer(answer, kind).join('\n')).toContain(finding)
  })
})
