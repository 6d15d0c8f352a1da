import { foldText } from '@counterpane/shared/text/fold'

// What mail clients put before the subject of an answer or a forward, in the languages that our clients write.
const prefix = /^(re|aw|antw|sv|vs|r|odp|rép|ответ|отв|на|fw|fwd|wg|tr|rv|пер|пересл)\s*(\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3})?\s*[:：]\s*/u
const prefixesMax = 20
const subjectMax = 1_000

/** A subject as the letter being written and the sent one are compared: folded, without "Re:", "Fw:", "Ответ:" and their like. */
export function subjectKeyOf(subject: string): string {
  let key = foldText(subject.slice(0, subjectMax)).trim()
  for (let i = 0; i < prefixesMax && prefix.test(key); i++) key = key.replace(prefix, '')
  return key.trim()
}
