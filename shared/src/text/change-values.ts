import type { Locale, Visibility } from '../domain/codes'

/** Values of changed fields as people read them, and why a change is not taken back. Codes that the lists of `words.ts` have are read there. */
export interface ChangeValueWords {
  yes: string; no: string
  visibility: Record<Visibility, string>
  repeat: Record<string, string>
  clientKind: Record<string, string>
  refused: { changed: string; late: string; closed: string; cut: string; creation: string; circle: string }
}

const en: ChangeValueWords = {
  yes: 'Yes', no: 'No',
  visibility: { full: 'All of it', subject: 'Subject only', fact: 'Only the fact' },
  repeat: { day: 'Every day', weekday: 'Every working day', week: 'Every week', 'two-weeks': 'Every two weeks', month: 'Every month', quarter: 'Every quarter', year: 'Every year' },
  clientKind: { client: 'Client', dealer: 'Dealer', supplier: 'Supplier', competitor: 'Competitor', private: 'Private client' },
  refused: {
    changed: 'It has been changed since; it was left as it is', late: 'It is too late to take this change back; a lead can for 30 days', closed: 'Only those who take part can take this change back',
    cut: 'A long text was changed, and the old one was not kept whole', creation: 'This cannot be taken back here', circle: 'Taking it back would make linked contacts go in a circle',
  },
}

const ru: ChangeValueWords = {
  yes: 'Да', no: 'Нет',
  visibility: { full: 'Всё', subject: 'Только тема', fact: 'Только факт' },
  repeat: { day: 'Каждый день', weekday: 'По рабочим дням', week: 'Каждую неделю', 'two-weeks': 'Раз в две недели', month: 'Каждый месяц', quarter: 'Каждый квартал', year: 'Каждый год' },
  clientKind: { client: 'Клиент', dealer: 'Дилер', supplier: 'Поставщик', competitor: 'Конкурент', private: 'Частный клиент' },
  refused: {
    changed: 'С тех пор запись изменена; она оставлена как есть', late: 'Вернуть это изменение уже нельзя; руководитель может в течение 30 дней', closed: 'Это изменение могут вернуть только участники контакта',
    cut: 'Изменён длинный текст, и прежний не сохранён целиком', creation: 'Здесь это вернуть нельзя', circle: 'После возврата связанные контакты образовали бы круг',
  },
}

export const changeValues: Record<Locale, ChangeValueWords> = { en, ru }
