import type { Direction, Locale, Method } from '../domain/codes'

type Ways = Record<Method, Record<Direction, string>>

/** A method and its direction in one phrase, as it is heard: in Russian the adjective agrees with the noun, so each pair has words of its own. */
const en: Ways = {
  letter: { incoming: 'Incoming email', outgoing: 'Outgoing email' }, call: { incoming: 'Incoming call', outgoing: 'Outgoing call' }, meeting: { incoming: 'Incoming meeting', outgoing: 'Outgoing meeting' },
  'video-call': { incoming: 'Incoming video call', outgoing: 'Outgoing video call' }, fax: { incoming: 'Incoming fax', outgoing: 'Outgoing fax' }, messenger: { incoming: 'Messenger, direction: incoming', outgoing: 'Messenger, direction: outgoing' },
  exhibition: { incoming: 'Exhibition, direction: incoming', outgoing: 'Exhibition, direction: outgoing' }, other: { incoming: 'Other, direction: incoming', outgoing: 'Other, direction: outgoing' },
}
const ru: Ways = {
  letter: { incoming: 'Входящее письмо', outgoing: 'Исходящее письмо' }, call: { incoming: 'Входящий звонок', outgoing: 'Исходящий звонок' }, meeting: { incoming: 'Входящая встреча', outgoing: 'Исходящая встреча' },
  'video-call': { incoming: 'Входящий видеозвонок', outgoing: 'Исходящий видеозвонок' }, fax: { incoming: 'Входящий факс', outgoing: 'Исходящий факс' }, messenger: { incoming: 'Мессенджер, направление: входящее', outgoing: 'Мессенджер, направление: исходящее' },
  exhibition: { incoming: 'Выставка, направление: входящее', outgoing: 'Выставка, направление: исходящее' }, other: { incoming: 'Другое, направление: входящее', outgoing: 'Другое, направление: исходящее' },
}
export const methodWays: Record<Locale, Ways> = { en, ru }
