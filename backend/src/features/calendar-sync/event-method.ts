import type { Method } from '@counterpane/shared/domain/codes'
import type { CalendarEvent } from '../../ports/calendar-source'

const wordOf = (...forms: string[]) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
const callWords = wordOf(
  'call', 'calls', 'calling', 'callback', 'call-back', 'phone', 'phones', 'phonecall', 'telephone', 'teleconference', 'telco', 'dial-in',
  '(?:со|пере|до|по)звон\\p{L}*', 'звон(?:ок|ка|ку|ком|ке|ки|ков|кам|ками|ках|ю|им|ить|ите)', 'телефон(?:а|у|ом|е)?', 'телефонн\\p{L}*', 'тел\\.?',
)
const videoWords = wordOf('video[ -]?(?:call|chat|conference|meeting)s?', 'видео[ -]?(?:звон|созвон|конференц|встреч|чат|связ)\\p{L}*')
const phoneNumber = /^(?:tel:)?\+?[\d\s().-]{7,}$/i

/** A link to join tells a video call for certain; else what its people call it. */
export function methodOf({ online, subject, location }: Pick<CalendarEvent, 'online' | 'subject' | 'location'>): Method {
  const words = [subject, location].map((text) => text.slice(0, 1_000))
  if (online || words.some((text) => videoWords.test(text))) return 'video-call'
  return words.some((text) => callWords.test(text)) || phoneNumber.test(location.trim()) ? 'call' : 'meeting'
}
