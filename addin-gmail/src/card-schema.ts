/**
 * The parts of Google's card schema that an add-on may use and we do, as types: wrong names and impossible pairs do not compile.
 * Full schema: https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1
 * Left out on purpose: columns, carousel, material icons (not for add-ons in the sidebar) and `interaction` (Gmail drops a whole card that has it).
 */
export interface Parameter { key: string; value: string }
export interface Action { function: string; parameters: Parameter[]; loadIndicator?: 'SPINNER' | 'NONE'; persistValues?: boolean; requiredWidgets?: string[] }
export type OnClick = { action: Action } | { openLink: { url: string; openAs?: 'FULL_SIZE' } }
export interface Color { red: number; green: number; blue: number }
export interface Button { text: string; onClick: OnClick; type?: 'FILLED' | 'FILLED_TONAL' | 'OUTLINED' | 'BORDERLESS'; color?: Color; altText?: string }
export type KnownIcon = 'BOOKMARK' | 'CLOCK' | 'DESCRIPTION' | 'EMAIL' | 'EVENT_SEAT' | 'INVITE' | 'PERSON' | 'PHONE' | 'STAR' | 'VIDEO_CAMERA'
export interface SwitchControl { name: string; value: string; selected: boolean; controlType: 'SWITCH' | 'CHECK_BOX'; onChangeAction?: Action }
export interface DecoratedText {
  text: string; topLabel?: string; bottomLabel?: string; wrapText?: boolean; startIcon?: { knownIcon: KnownIcon; altText: string }; onClick?: OnClick
  /** A button or a switch, never both. */
  button?: Button; switchControl?: SwitchControl
}
export interface TextInput {
  name: string; label: string; hintText?: string; value?: string; type: 'SINGLE_LINE' | 'MULTIPLE_LINE'
  /** Asked while one types; answered with `autoComplete`. Single lines only. */
  autoCompleteAction?: Action
  validation?: { characterLimit: number }
}
export interface SelectionItem { text: string; value: string; selected: boolean }
export interface SelectionInput { name: string; label: string; type: 'DROPDOWN' | 'RADIO_BUTTON' | 'CHECK_BOX'; items: SelectionItem[]; onChangeAction?: Action }
export interface DateTimePicker { name: string; label: string; type: 'DATE_AND_TIME' | 'DATE_ONLY'; valueMsEpoch?: string }
export type Widget =
  | { textParagraph: { text: string; maxLines?: number } }
  | { decoratedText: DecoratedText }
  | { buttonList: { buttons: Button[] } }
  | { textInput: TextInput }
  | { selectionInput: SelectionInput }
  | { dateTimePicker: DateTimePicker }
  | { divider: Record<string, never> }
export interface Section { header?: string; widgets: Widget[]; collapsible?: boolean; uncollapsibleWidgetsCount?: number }
/** An entry of the ⋮ menu of a card. */
export interface CardAction { actionLabel: string; onClick: OnClick }
export interface Card {
  name: string
  header: { title: string; subtitle?: string }
  sections: Section[]
  cardActions?: CardAction[]
  fixedFooter?: { primaryButton: Button; secondaryButton?: Button }
}

export type Navigation = { pushCard: Card } | { updateCard: Card } | { pop: true } | { popToRoot: true }
/** What Gmail itself is to do: open a draft that was made. */
export interface HostAppAction { gmailAction: { openCreatedDraftActionMarkup: { draftId: string; draftThreadId?: string } } }
export interface RenderActions { action: { navigations?: Navigation[]; notification?: { text: string }; link?: { url: string; openAs: 'FULL_SIZE' } }; hostAppAction?: HostAppAction }
/** What a trigger (an opened message, a letter being written, the homepage) is answered with. */
export type TriggerAnswer = RenderActions
/** What a pressed button, or an entry of the add-on's menu, is answered with. `stateChanged`: cards that Gmail keeps are stale. */
export interface PressAnswer { renderActions: RenderActions; stateChanged: boolean }
/** What a text input is answered with while one types. */
export interface SuggestAnswer { autoComplete: { items: { text: string }[] } }
/** Gmail asks its person for the scopes and then repeats the last action, so each action may come twice. */
export interface ScopesAnswer { requesting_google_scopes: { scopes: string[] } }
export type AddonAnswer = TriggerAnswer | PressAnswer | SuggestAnswer | ScopesAnswer
