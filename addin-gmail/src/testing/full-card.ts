import type { Action } from '../card-schema'
import type { CheckedCard } from '../check/checked-card'

const address = 'https://crm.example/gmail/action'
export const anAction = (overrides: Partial<Action> = {}): Action => ({ function: address, parameters: [{ key: 'action', value: 'done' }, { key: 'task', value: 't-1' }, { key: 'signature', value: 'signed' }], ...overrides })
const image = 'https://crm.example/icon.png'
const click = { action: anAction() }

/** A card with every widget and every field that an add-on in Gmail's sidebar may use, ours or not. */
export const aFullCard = (): CheckedCard => ({
  name: 'everything', displayStyle: 'REPLACE', sectionDividerStyle: 'SOLID_DIVIDER',
  header: { title: 'Ivan &amp; Co', subtitle: '&lt;b&gt;', imageUrl: image, imageType: 'CIRCLE', imageAltText: 'Ivan' }, peekCardHeader: { title: 'Ivan' },
  sections: [
    { header: 'Texts', collapsible: true, uncollapsibleWidgetsCount: 2, collapseControl: { horizontalAlignment: 'END', expandButton: { text: 'More', onClick: click }, collapseButton: { text: 'Less', onClick: click } }, widgets: [
      { textParagraph: { text: '<b>a</b> <font color="#aa0000">b</font><br>&nbsp;<a href="https://crm.example/x?a=1&amp;b=2">c</a> <time>2026</time>', maxLines: 4 } },
      { image: { imageUrl: image, altText: 'A picture', onClick: { openLink: { url: 'https://crm.example/', openAs: 'FULL_SIZE', onClose: 'RELOAD' } } } },
      { divider: {}, horizontalAlignment: 'CENTER' },
      { decoratedText: { text: 'row', topLabel: 'top', bottomLabel: 'bottom', wrapText: true, startIcon: { knownIcon: 'EMAIL', altText: 'Email' }, button: { text: 'Done', type: 'FILLED', color: { red: 0.1, green: 0.3, blue: 0.9, alpha: 1 }, onClick: click } } },
      { decoratedText: { text: 'switch', switchControl: { name: 'remind', value: 'yes', selected: true, controlType: 'SWITCH', onChangeAction: anAction() }, onClick: click } },
      { decoratedText: { text: 'icon', endIcon: { iconUrl: image, imageType: 'SQUARE' }, onClick: { openDynamicLinkAction: anAction() } } },
      { buttonList: { buttons: [
        { text: 'Menu', disabled: false, onClick: { overflowMenu: { items: [{ text: 'One', startIcon: { knownIcon: 'STAR' }, onClick: click }] } } },
        { icon: { knownIcon: 'PERSON' }, altText: 'Card', type: 'BORDERLESS', onClick: { card: { name: 'inner', sections: [{ widgets: [{ textInput: { name: 'title', label: 'Again' } }] }] } } },
      ] } },
      { grid: { title: 'Grid', columnCount: 2, borderStyle: { type: 'STROKE', strokeColor: { red: 1 }, cornerRadius: 4 }, onClick: click, items: [{ id: 'a', title: 'A', subtitle: 'a', layout: 'TEXT_BELOW', image: { imageUri: image, altText: 'A', cropStyle: { type: 'RECTANGLE_CUSTOM', aspectRatio: 1.5 }, borderStyle: { type: 'NO_BORDER' } } }] } },
      { chipList: { layout: 'WRAPPED', chips: [{ label: 'Chip', icon: { knownIcon: 'CLOCK' }, altText: 'A chip', disabled: false, onClick: click }] } },
    ] },
    { widgets: [
      { textInput: { name: 'title', label: 'Title', hintText: 'Short', value: 'Tom & <Co>', type: 'SINGLE_LINE', onChangeAction: anAction(), autoCompleteAction: anAction(), validation: { characterLimit: 100, inputType: 'TEXT' } } },
      { textInput: { name: 'colour', hintText: 'A colour', initialSuggestions: { items: [{ text: 'red' }] } } },
      { selectionInput: { name: 'method', label: 'Method', type: 'DROPDOWN', onChangeAction: anAction(), items: [{ text: 'Call', value: 'call', selected: true }, { text: 'Email', value: 'letter', selected: false }] } },
      { selectionInput: { name: 'files', label: 'Files', type: 'CHECK_BOX', items: [{ text: 'a.pdf', value: '0' }] } },
      { selectionInput: { name: 'people', label: 'People', type: 'MULTI_SELECT', multiSelectMaxSelectedItems: 2, multiSelectMinQueryLength: 1, items: [{ text: 'Ivan', value: 'p-1', selected: true, bottomText: 'Head', startIconUri: image }] } },
      { dateTimePicker: { name: 'at', label: 'When', type: 'DATE_AND_TIME', valueMsEpoch: '1795000000000', timezoneOffsetDate: 180, onChangeAction: anAction() } },
      { dateTimePicker: { name: 'day', label: 'Day', type: 'DATE_ONLY', valueMsEpoch: '1794960000000' } },
    ] },
  ],
  cardActions: [{ actionLabel: 'Settings', onClick: click }],
  fixedFooter: {
    primaryButton: { text: 'Save', color: { red: 0, green: 0.3, blue: 0.8 }, type: 'FILLED', onClick: { action: anAction({ loadIndicator: 'SPINNER', persistValues: true, requiredWidgets: ['title', 'at'] }) } },
    secondaryButton: { text: 'Back', color: { red: 0.3, green: 0.3, blue: 0.3 }, onClick: click },
  },
})

/** A copy with the value at the path replaced; undefined takes it away. */
export function changed(value: unknown, path: string, to: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(value)) as Record<string, unknown>
  const steps = path.split('.')
  const last = steps.pop()!
  const parent = steps.reduce((at, step) => at[step] as Record<string, unknown>, copy)
  if (to === undefined) delete parent[last]
  else parent[last] = to
  return copy
}
