import type { Locale } from '../domain/codes'

/** Words about who it may be, when that is not plain at once: loaded with the parts that ask. */
const en = {
  addresses: 'Known addresses',
  inThisEmail: 'In this email',
  participantKind: { person: 'contact person', counterparty: 'client', internal: 'colleague', none: 'not in the client base' },
  mainOne: 'main',
  alsoPossible: 'It may also be',
  alwaysForAddress: 'Always for this address',
  perhaps: (client: string) => `Perhaps ${client}`,
  itIs: 'It is',
  another: 'Another…',
  newClient: 'New client…',
  howLong: 'For how long?',
  onlyThisEmail: 'Only this email',
}
export type IdentifyTexts = typeof en

const ru: IdentifyTexts = {
  addresses: 'Известные адреса',
  inThisEmail: 'В этом письме',
  participantKind: { person: 'контактное лицо', counterparty: 'клиент', internal: 'коллега', none: 'нет в базе клиентов' },
  mainOne: 'основной',
  alsoPossible: 'Возможно также',
  alwaysForAddress: 'Всегда для этого адреса',
  perhaps: (client) => `Возможно, ${client}`,
  itIs: 'Это он',
  another: 'Другой…',
  newClient: 'Новый клиент…',
  howLong: 'На какой срок?',
  onlyThisEmail: 'Только это письмо',
}
export const identifyTexts: Record<Locale, IdentifyTexts> = { en, ru }
