import { toLatin } from './person-names'
import type { Language } from './seed-story'

const ruHeads = [
  'Строй', 'Тех', 'Пром', 'Энерго', 'Агро', 'Мед', 'Авто', 'Метал', 'Лес', 'Хим', 'Электро', 'Гидро', 'Термо', 'Авиа', 'Гео', 'Интер', 'Универсал', 'Регион', 'Профи', 'Мега', 'Норд', 'Восток', 'Запад', 'Юг',
  'Балт', 'Волга', 'Дон', 'Кама', 'Обь', 'Сибир', 'Урал', 'Алтай', 'Кедр', 'Гранит', 'Кварц', 'Атлант', 'Вега', 'Орион', 'Сатурн', 'Титан', 'Импульс', 'Формат', 'Модуль', 'Сфера', 'Вертикаль', 'Горизонт', 'Меридиан', 'Парус',
]
const ruTails = [
  'Сервис', 'Комплект', 'Инвест', 'Монтаж', 'Снаб', 'Трейд', 'Групп', 'Проект', 'Маш', 'Сбыт', 'Ресурс', 'Контракт', 'Логистик', 'Холдинг', 'Партнёр', 'Центр', 'Альянс', 'Импорт', 'Деталь', 'Прибор', 'Инжиниринг', 'Пак', 'Мебель', 'Торг', 'Пласт',
]
const ruForms = ['ООО', 'ООО', 'ООО', 'ООО', 'АО', 'АО', 'ТД', 'НПО']
const enHeads = [
  'Harbour', 'Oak', 'River', 'Stone', 'Silver', 'North', 'Bright', 'Clear', 'Green', 'Iron', 'Maple', 'Falcon', 'Anchor', 'Summit', 'Valley', 'Bridge', 'Crown', 'Delta', 'Eagle', 'Forge', 'Granite', 'Haven', 'Ivory', 'Juniper',
  'Keystone', 'Lantern', 'Meadow', 'Nova', 'Orchard', 'Pioneer', 'Quarry', 'Raven', 'Sable', 'Thistle', 'Union', 'Vista', 'Willow', 'Zenith', 'Amber', 'Birch', 'Copper', 'Dover', 'Ember', 'Fern', 'Glen', 'Hazel', 'Indigo', 'Jasper',
]
const enTails = [
  'Logistics', 'Foods', 'Tools', 'Systems', 'Supply', 'Works', 'Textiles', 'Packaging', 'Instruments', 'Marine', 'Timber', 'Motors', 'Optics', 'Partners', 'Electric', 'Plastics', 'Ceramics', 'Interiors', 'Labs', 'Mills', 'Chemicals', 'Traders', 'Paper', 'Fittings', 'Robotics',
]
const enForms = ['Ltd', 'Ltd', 'Ltd', 'plc', 'GmbH', 'Inc', '& Sons', '']

export interface FirmName { name: string; domain: string }

/** Every number has a name and a domain of its own; beyond the words' combinations the name bears a number. */
export function firmName(language: Language, index: number): FirmName {
  const heads = language === 'ru' ? ruHeads : enHeads
  const tails = language === 'ru' ? ruTails : enTails
  const combinations = heads.length * tails.length
  const round = Math.floor(index / combinations)
  const place = (index * 769) % combinations // 769 has no divisor in common with 48 × 25: every combination comes once a round
  const head = heads[place % heads.length] as string
  const tail = tails[Math.floor(place / heads.length)] as string
  const form = (language === 'ru' ? ruForms : enForms)[(index * 5 + round) % 8] as string
  const bare = language === 'ru' ? `${head}${tail}` : `${head} ${tail}`
  const numbered = round === 0 ? bare : `${bare}${language === 'ru' ? '-' : ' '}${round + 1}`
  const name = language === 'ru' ? `${form} «${numbered}»` : form === '' ? numbered : `${numbered} ${form}`
  return { name, domain: `${toLatin(bare)}${round === 0 ? '' : round + 1}.example` }
}
