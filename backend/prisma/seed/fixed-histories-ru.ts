import type { FixedContact } from './fixed-contact'

const ivan = ['p-ivan-petrov']
export const vektorContacts: readonly FixedContact[] = [
  { day: -33, time: '10:12', method: 'letter', direction: 'incoming', status: 'held', state: 3, manager: 'm-olga', persons: ivan, type: 'ct-price', subject: 'План закупок на 2027 год',
    content: 'Ольга, добрый день!\n\nГотовим план закупок на 2027 год. Нужны цены на базовую линейку при объёме на 15 % больше нынешнего и ваши соображения по новой линейке.\nРешение хотим принять в ноябре.', result: 'Передано на расчёт.' },
  { day: -31, time: '15:40', method: 'letter', direction: 'outgoing', status: 'held', state: 0, manager: 'm-olga', persons: ivan, type: 'ct-offer', subject: 'Re: План закупок на 2027 год', after: 0, files: ['Расчёт 2027.xlsx'],
    content: 'Добрый день, Иван!\n\nНаправляем расчёт на 2027 год: две шкалы цен, с отсрочкой 30 дней и с предоплатой. По новой линейке предлагаем показать образцы у вас.' },
  { day: -26, time: '11:00', method: 'video-call', direction: 'outgoing', status: 'held', state: 3, manager: 'm-olga', managers: ['m-olga', 'm-ivan'], persons: ['p-ivan-petrov', 'p-vektor-k.demin'], minutes: 45, type: 'ct-offer', after: 1,
    subject: 'Расчёт на 2027 год', content: 'Пройти по расчёту, ответить на вопросы технолога.', result: 'Объём подтвердили. Технологу нужны данные испытаний. Договор готовим на год с квартальными спецификациями.' },
  { day: -19, time: '16:05', method: 'letter', direction: 'incoming', status: 'held', state: 3, manager: 'm-olga', persons: ['p-svetlana-belova'], type: 'ct-payment', subject: 'Акт сверки за октябрь', files: ['Акт сверки.pdf'],
    content: 'Ольга, добрый день!\n\nПросим подписать акт сверки за октябрь. По нашим данным расхождений нет.', result: 'Акт подписан и отправлен.' },
  { day: -12, time: '09:30', method: 'call', direction: 'incoming', status: 'held', state: 3, manager: 'm-olga', persons: ['p-vektor-d.rybin'], minutes: 4, type: 'ct-service', subject: 'Где машина с поставкой 2214',
    content: 'Логист уточняет время прибытия.', result: 'Машина будет к обеду, водитель предупреждён.' },
  { day: -10, time: '14:00', method: 'meeting', direction: 'outgoing', status: 'cancelled', state: 0, manager: 'm-olga', persons: ivan, minutes: 60, type: 'ct-samples', subject: 'Показ новой линейки',
    content: 'Показ новой линейки в офисе клиента.', result: 'Иван заболел, перенесли на 24 ноября.', after: 2 },
  { day: -6, time: '12:20', method: 'letter', direction: 'incoming', status: 'held', state: 2, manager: 'm-olga', persons: ['p-vektor-n.frolova'], type: 'ct-contract', subject: 'Договор на 2027 год', files: ['Замечания.docx'],
    content: 'Добрый день!\n\nПросим прислать проект договора с учётом наших замечаний: срок оплаты 45 дней и порядок приёмки по качеству.', result: 'Замечания у юриста, проект готовим.' },
  { day: -5, time: '10:42', method: 'letter', direction: 'incoming', status: 'held', state: 2, manager: 'm-olga', persons: ivan, type: 'ct-price', subject: 'Скидка за объём', priority: 'high', after: 2,
    content: 'Ольга, добрый день!\n\nПри увеличении объёма рассчитываем на 7 %. Конкуренты дают столько же, но мы хотели бы остаться с вами. Можем ли зафиксировать до встречи?', result: 'Скидка 7 % согласована с руководителем, подтвердить письмом.' },
  { day: -5, time: '17:15', method: 'letter', direction: 'incoming', status: 'held', state: 1, manager: 'm-olga', persons: ['p-vektor-t.nazarova'], type: 'ct-claim', subject: 'Рекламация: повреждённая упаковка, поставка 2214', priority: 'high', files: ['Акт.pdf', 'Фото 1.jpg', 'Фото 2.jpg'],
    content: 'Добрый день!\n\nВ поставке 2214 повреждена упаковка шести коробок, две позиции под замену. Акт и фотографии во вложении. Просим ответить до конца недели.' },
  { day: -4, time: '15:10', method: 'call', direction: 'outgoing', status: 'held', state: 2, manager: 'm-anna', persons: ivan, minutes: 12, type: 'ct-price', subject: 'Цена на 2027 год', after: 7,
    content: 'Звонок вместо Ольги: обсудить цену на 2027 год.', result: 'Цена устраивает при скидке 7 %. Ждут подтверждение письмом и проект договора. Встреча 24 ноября в силе.' },
  { day: -3, time: '11:25', method: 'letter', direction: 'outgoing', status: 'held', state: 0, manager: 'm-olga', persons: ivan, type: 'ct-price', subject: 'Re: Скидка за объём', after: 9,
    content: 'Добрый день, Иван!\n\nПодтверждаем скидку 7 % при годовом объёме из расчёта. Проект договора отправим отдельно.' },
  { day: -2, time: '09:50', method: 'messenger', direction: 'incoming', status: 'held', state: 3, manager: 'm-olga', persons: ['p-vektor-e.sorokina'], type: 'ct-samples', subject: 'Пропуск на 24 ноября',
    content: 'Добрый день! Пропуск на 24 ноября, 11:00, заказан на двоих. Переговорная на третьем этаже.', result: 'Ответ дан.' },
  { day: 2, time: '11:00', method: 'meeting', direction: 'outgoing', status: 'planned', state: 1, manager: 'm-olga', managers: ['m-olga', 'm-ivan'], persons: ['p-ivan-petrov', 'p-vektor-k.demin'], minutes: 60, type: 'ct-samples', after: 9,
    subject: 'Образцы новой линейки', content: 'Показать образцы новой линейки (samples of the new line), обсудить сроки и договор на 2027 год. Участвуют закупки и технолог.', priority: 'high' },
  { day: 9, time: '15:00', method: 'call', direction: 'outgoing', status: 'planned', state: 1, manager: 'm-olga', persons: ['p-vektor-n.frolova'], minutes: 15, type: 'ct-contract', subject: 'Договор на 2027 год: замечания', content: 'Сверить замечания юриста после встречи.', after: 6 },
]

const maria = ['p-maria-klimova']
export const deltaContacts: readonly FixedContact[] = [
  { day: -27, time: '12:10', method: 'meeting', direction: 'incoming', status: 'held', state: 3, manager: 'm-anna', managers: ['m-anna', 'm-ivan'], persons: ['p-maria-klimova', 'p-oleg-titov'], minutes: 90, type: 'ct-contract', subject: 'Итоги квартала',
    content: 'Итоги квартала и план дилера до конца года.', result: 'План выполнен на 94 %. Просят рекламные материалы и скидку на зимний период.' },
  { day: -17, time: '10:30', method: 'letter', direction: 'incoming', status: 'held', state: 3, manager: 'm-anna', persons: maria, type: 'ct-payment', subject: 'Счёт 1187', content: 'Анна, добрый день!\n\nСчёт 1187 в реестре, оплата в четверг.', result: 'Оплата поступила.' },
  { day: -9, time: '16:45', method: 'letter', direction: 'incoming', status: 'held', state: 1, manager: 'm-anna', persons: [], type: 'ct-claim', subject: 'Рекламация по накладной 3051', files: ['Акт.pdf'],
    content: 'Добрый день!\n\nПо накладной 3051 недостача двух мест. Просим разобраться и сообщить срок допоставки.' },
  { day: -2, time: '15:10', method: 'call', direction: 'outgoing', status: 'planned', state: 1, manager: 'm-anna', persons: maria, minutes: 5, type: 'ct-claim', subject: 'Перезвонить по рекламации', content: 'Сообщить срок допоставки по накладной 3051.', priority: 'high', after: 2 },
  { day: 4, time: '12:00', method: 'video-call', direction: 'outgoing', status: 'planned', state: 1, manager: 'm-anna', persons: maria, minutes: 30, type: 'ct-price', subject: 'Дилерские условия на 2027 год', content: 'Обсудить шкалу скидок и рекламную поддержку.', after: 0 },
]

const anna = ['p-anna-chernova']
export const priborContacts: readonly FixedContact[] = [
  { day: -24, time: '11:20', method: 'letter', direction: 'incoming', status: 'held', state: 3, manager: 'm-olga', persons: anna, type: 'ct-offer', subject: 'Запрос: измерительные датчики', content: 'Добрый день!\n\nНужны датчики давления, 40 шт., двумя партиями. Просим предложение до пятницы.', result: 'Предложение отправлено.' },
  { day: -23, time: '14:30', method: 'letter', direction: 'outgoing', status: 'held', state: 0, manager: 'm-olga', persons: anna, type: 'ct-offer', subject: 'Re: Запрос: измерительные датчики', after: 0, files: ['Предложение 418.pdf'], content: 'Добрый день, Анна!\n\nНаправляем предложение 418 на две партии по 20 шт. Первая партия на складе, вторая через 15 рабочих дней.' },
  { day: -16, time: '10:05', method: 'call', direction: 'outgoing', status: 'held', state: 3, manager: 'm-olga', persons: anna, minutes: 8, type: 'ct-offer', subject: 'Предложение 418: решение', after: 1, content: 'Узнать решение по предложению.', result: 'Согласовано. Первая партия отгружена, вторую ждут в декабре.' },
  { day: -2, time: '10:00', method: 'call', direction: 'outgoing', status: 'planned', state: 1, manager: 'm-olga', persons: anna, minutes: 10, type: 'ct-payment', subject: 'Оплата второй партии', after: 2, content: 'Уточнить дату оплаты и отгрузки второй партии.' },
]

const pavel = ['p-pavel-gromov']
export const gromovContacts: readonly FixedContact[] = [
  { day: -20, time: '18:10', method: 'letter', direction: 'incoming', status: 'held', state: 3, manager: 'm-olga', persons: pavel, type: 'ct-first', subject: 'Утеплитель на объект', content: 'Здравствуйте! Нужен утеплитель на дом 180 м², доставка под Тулу. Сколько будет стоить?', result: 'Расчёт отправлен.' },
  { day: -13, time: '13:00', method: 'call', direction: 'incoming', status: 'held', state: 2, manager: 'm-olga', persons: pavel, minutes: 6, type: 'ct-service', subject: 'Доставка на объект', content: 'Спрашивает, пройдёт ли машина по грунтовой дороге.', result: 'Нужна машина до 5 тонн, дату подтвердить.', after: 0 },
]
