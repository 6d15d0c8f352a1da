import { doneOf, isPhone, type OfficeAnswers } from './office-answers'
import type { Notice, StandInHost } from './stand-in-host'

const longest = 150
/** Why Outlook would refuse this note: too long, an icon missing where one is due or given where none may be, too many of them. */
function wrongWith(notice: Office.NotificationMessageDetails, key: string, host: StandInHost): string | null {
  if (notice.message.length > longest) return 'the message is longer than 150 characters'
  const informational = String(notice.type) === 'informationalMessage'
  if (informational && (!notice.icon || notice.icon.length > 32 || notice.persistent === undefined)) return 'an informational message needs an icon and persistent'
  if (!informational && (notice.icon !== undefined || notice.persistent !== undefined)) return 'only an informational message has an icon and persistent'
  const others = host.notices().filter((known) => known.key !== key).length
  return others >= (isPhone(host) ? 1 : 5) ? 'too many notes' : null
}

/** The notes above an item. */
export function noticesOf(host: StandInHost, answers: OfficeAnswers): Office.NotificationMessages {
  function put(key: string, notice: Office.NotificationMessageDetails, rest: unknown[], onlyNew: boolean) {
    const wrong = onlyNew && host.notices().some((known) => known.key === key) ? 'the key exists' : wrongWith(notice, key, host)
    if (wrong) return answers.refuse(doneOf(rest), 9019, 'InvalidNotification', wrong)
    host.notify(key, { ...(notice as Notice), key })
    answers.give<void>(doneOf(rest), undefined)
  }
  return {
    addAsync: (key: string, notice: Office.NotificationMessageDetails, ...rest: unknown[]) => put(key, notice, rest, true),
    replaceAsync: (key: string, notice: Office.NotificationMessageDetails, ...rest: unknown[]) => put(key, notice, rest, false),
    removeAsync: (key: string, ...rest: unknown[]) => { host.notify(key, null); answers.give<void>(doneOf(rest), undefined) },
    getAllAsync: (...rest: unknown[]) => answers.give(doneOf<Office.NotificationMessageDetails[]>(rest), [...host.notices()]),
  }
}
