import type { Action, Card, Widget } from '@counterpane/addin-gmail/card-schema'
import { card, section } from '@counterpane/addin-gmail/card-parts'

/** An action that looks as if the add-on had signed it: for cards that only the stand-in sees. */
export const anAction = (name: string, more: Partial<Action> = {}): Action => ({
  function: 'https://crm.example.com/gmail/action', parameters: [{ key: 'action', value: name }, { key: 'expires', value: '1795500001549' }, { key: 'signature', value: 'x'.repeat(43) }], ...more,
})
export const aCard = (title: string, ...widgets: Widget[]): Card => card({ name: title.toLowerCase().replaceAll(' ', '-'), title, sections: [section('Section', widgets)] })
