/** One mailbox, many spellings: what providers say of themselves. It makes suggestions, never a match. */
const gmail = new Set(['gmail.com', 'googlemail.com'])
/** Mail to any of these reaches the same Yandex mailbox. Mail.ru's domains are different mailboxes. */
const yandex = new Set(['yandex.ru', 'ya.ru', 'yandex.com', 'yandex.by', 'yandex.kz', 'yandex.ua'])

/** The address without sub-addressing and without what its provider ignores. `localKey` and `hostKey` are canonical already. */
export function mailboxKeyOf(localKey: string, hostKey: string): string {
  if (localKey.startsWith('"')) return `${localKey}@${hostKey}`
  const local = withoutTag(localKey)
  if (gmail.has(hostKey)) return `${local.replaceAll('.', '') || local}@gmail.com`
  if (yandex.has(hostKey)) return `${local.replaceAll('-', '.')}@yandex.ru`
  return `${local}@${hostKey}`
}

/** ivan+news is ivan; a name that begins with + (a telephone) is whole. Quoted names are taken as they are. */
export function withoutTag(localKey: string): string {
  const plus = localKey.startsWith('"') ? 0 : localKey.indexOf('+')
  return plus > 0 ? localKey.slice(0, plus) : localKey
}
