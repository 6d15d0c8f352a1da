import type { Words } from '../errors/app-error'

/** Why a value of an attribute, or a change of its definition, is not taken. No stop at the end: the advice follows. */
export const attributeProblems = {
  unknown: (key: string): Words => ({ en: `No detail "${key}" is defined`, ru: `Характеристика «${key}» не определена` }),
  required: (name: Words): Words => ({ en: `"${name.en}" must be filled in`, ru: `Нужно заполнить: «${name.ru}»` }),
  text: (name: Words): Words => ({ en: `"${name.en}" is a text`, ru: `«${name.ru}»: нужен текст` }),
  number: (name: Words): Words => ({ en: `"${name.en}" is a number`, ru: `«${name.ru}»: нужно число` }),
  date: (name: Words): Words => ({ en: `"${name.en}" is a date, such as 2026-11-22`, ru: `«${name.ru}»: нужна дата, например 2026-11-22` }),
  flag: (name: Words): Words => ({ en: `"${name.en}" is yes or no`, ru: `«${name.ru}»: нужно «да» или «нет»` }),
  choice: (name: Words): Words => ({ en: `"${name.en}" is one of the words of its list`, ru: `«${name.ru}»: нужно слово из списка` }),
  link: (name: Words): Words => ({ en: `"${name.en}" is a link that begins with http:// or https://`, ru: `«${name.ru}»: нужна ссылка, которая начинается с http:// или https://` }),
  min: (name: Words, least: number): Words => ({ en: `"${name.en}" is at least ${least}`, ru: `«${name.ru}»: не меньше ${least}` }),
  max: (name: Words, most: number): Words => ({ en: `"${name.en}" is at most ${most}`, ru: `«${name.ru}»: не больше ${most}` }),
  maxLength: (name: Words, most: number): Words => ({ en: `"${name.en}" is at most ${most} characters long`, ru: `«${name.ru}»: не длиннее ${most} знаков` }),
  pattern: (name: Words, mask: string): Words => ({ en: `"${name.en}" does not look like ${mask}`, ru: `«${name.ru}»: не по образцу ${mask}` }),
  taken: (key: string): Words => ({ en: `There is a detail "${key}" already`, ru: `Характеристика «${key}» уже есть` }),
  noOptions: { en: 'A choice needs at least one word to choose', ru: 'Для выбора нужно хотя бы одно слово' } satisfies Words,
  notOfType: { en: 'This check does not go with this type', ru: 'Эта проверка не подходит к этому типу' } satisfies Words,
  hasValues: (count: number): Words => ({ en: `Records that have a value: ${count}. Switch it off instead: what was entered stays`, ru: `Записей со значением: ${count}. Отключите характеристику: введённое останется` }),
  tooMany: (most: number): Words => ({ en: `There are ${most} details already`, ru: `Характеристик уже ${most}` }),
} as const
