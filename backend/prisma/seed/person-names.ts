import type { Random } from './seed-random'
import type { Language } from './seed-story'

const ruHe = ['Алексей', 'Андрей', 'Антон', 'Борис', 'Вадим', 'Виктор', 'Владимир', 'Денис', 'Дмитрий', 'Евгений', 'Иван', 'Игорь', 'Кирилл', 'Максим', 'Михаил', 'Николай', 'Павел', 'Роман', 'Сергей', 'Юрий']
const ruShe = ['Алла', 'Анна', 'Вера', 'Галина', 'Дарья', 'Екатерина', 'Елена', 'Ирина', 'Ксения', 'Лариса', 'Людмила', 'Марина', 'Мария', 'Наталья', 'Ольга', 'Полина', 'Светлана', 'Татьяна', 'Юлия', 'Яна']
const fathers = ['Александров', 'Андреев', 'Борисов', 'Викторов', 'Владимиров', 'Иванов', 'Михайлов', 'Николаев', 'Павлов', 'Петров', 'Романов', 'Сергеев', 'Юрьев']
/** Stems that take no ending for a man and «а» for a woman. */
const ruLast = [
  'Абрамов', 'Агапов', 'Акимов', 'Алёхин', 'Баранов', 'Беляев', 'Беспалов', 'Блинов', 'Бобров', 'Богданов', 'Брагин', 'Быков', 'Васин', 'Веселов', 'Виноградов', 'Власов', 'Воронин', 'Гаврилов', 'Голубев', 'Горбунов',
  'Гришин', 'Гусев', 'Давыдов', 'Данилов', 'Дёмин', 'Дорофеев', 'Дьяков', 'Евдокимов', 'Егоров', 'Ефимов', 'Жданов', 'Журавлёв', 'Зайцев', 'Захаров', 'Зимин', 'Игнатов', 'Ильин', 'Казаков', 'Калашников', 'Калинин',
  'Карпов', 'Киселёв', 'Ковалёв', 'Козлов', 'Колесников', 'Комаров', 'Коновалов', 'Королёв', 'Костин', 'Котов', 'Крылов', 'Кудрявцев', 'Лапин', 'Ларин', 'Логинов', 'Лукин', 'Макаров', 'Малинин', 'Мартынов', 'Маслов',
  'Медведев', 'Миронов', 'Назаров', 'Некрасов', 'Никитин', 'Носов', 'Овчинников', 'Панов', 'Пахомов', 'Платонов', 'Поляков', 'Пономарёв', 'Прохоров', 'Рогов', 'Родионов', 'Рябов', 'Савельев', 'Сафонов', 'Селезнёв',
  'Симонов', 'Синицын', 'Ситников', 'Соболев', 'Степанов', 'Суслов', 'Сухарев', 'Тарасов', 'Тихонов', 'Трофимов', 'Ушаков', 'Фадеев', 'Филатов', 'Фомин', 'Харитонов', 'Хохлов', 'Царёв', 'Чернов', 'Шаров', 'Щербаков', 'Юдин', 'Яшин',
]
const enFirst = [
  'Adam', 'Alice', 'Amelia', 'Andrew', 'Anna', 'Ben', 'Brian', 'Charlotte', 'Chloe', 'Claire', 'Daniel', 'David', 'Diana', 'Edward', 'Ella', 'Emma', 'Ethan', 'Fiona', 'Frank', 'Grace', 'Hannah', 'Harry', 'Helen',
  'Henry', 'Isla', 'Jack', 'Jane', 'Julia', 'Karen', 'Laura', 'Leo', 'Lily', 'Lucas', 'Martin', 'Mia', 'Nathan', 'Nora', 'Oliver', 'Paul', 'Rachel', 'Robert', 'Rose', 'Ryan', 'Sarah', 'Simon', 'Sophie', 'Thomas', 'Victor', 'William', 'Zoe',
]
const enLast = [
  'Abbott', 'Allen', 'Archer', 'Atkins', 'Bailey', 'Baker', 'Barnes', 'Bell', 'Bennett', 'Bishop', 'Boyd', 'Brooks', 'Bryant', 'Burke', 'Byrne', 'Chapman', 'Clarke', 'Cole', 'Cooper', 'Cox', 'Cross', 'Dawson', 'Dean', 'Dixon',
  'Doyle', 'Drake', 'Dunn', 'Ellis', 'Evans', 'Farrell', 'Field', 'Fisher', 'Fletcher', 'Ford', 'Foster', 'Fox', 'Frost', 'Gibson', 'Graham', 'Grant', 'Green', 'Griffin', 'Hale', 'Hall', 'Hardy', 'Harris', 'Hart', 'Hayes', 'Hill',
  'Holmes', 'Howard', 'Hughes', 'Hunt', 'Jordan', 'Keller', 'Kelly', 'King', 'Knight', 'Lane', 'Lawson', 'Logan', 'Mason', 'Mills', 'Moore', 'Morgan', 'Murray', 'Nash', 'Newman', 'North', 'Owen', 'Page', 'Palmer', 'Parker', 'Payne',
  'Perry', 'Porter', 'Price', 'Quinn', 'Reed', 'Reid', 'Rhodes', 'Russell', 'Sharp', 'Shaw', 'Stone', 'Sutton', 'Taylor', 'Thorne', 'Tucker', 'Turner', 'Walker', 'Walsh', 'Ward', 'Warren', 'Webb', 'West', 'White', 'Wood', 'Wright', 'York', 'Young',
]
const latin: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sch',
  ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
}
/** Russian letters as Latin ones, everything else but letters and digits dropped. */
export const toLatin = (text: string) => [...text.toLowerCase()].map((letter) => latin[letter] ?? letter).join('').replace(/[^a-z0-9]/g, '')

/** `call`: how letters address the person. `family`: for addresses. */
export interface PersonName { name: string; call: string; first: string; family: string }

/** Family names differ among the first hundred people of one client: `place` is the person's place among them, `shift` the client's own beginning. */
export function personName(random: Random, language: Language, shift: number, place: number): PersonName {
  if (language === 'en') {
    const first = random.pick(enFirst)
    const family = enLast[(shift + place) % enLast.length] as string
    return { name: `${first} ${family}`, call: first, first: toLatin(first), family: toLatin(family) }
  }
  const she = random.chance(0.5)
  const first = random.pick(she ? ruShe : ruHe)
  const father = `${random.pick(fathers)}${she ? 'на' : 'ич'}`
  const stem = ruLast[(shift + place) % ruLast.length] as string
  const family = she ? `${stem}а` : stem
  const full = random.chance(0.55) ? `${first} ${father} ${family}` : `${first} ${family}`
  return { name: full, call: full.includes(father) ? `${first} ${father}` : first, first: toLatin(first), family: toLatin(family) }
}
