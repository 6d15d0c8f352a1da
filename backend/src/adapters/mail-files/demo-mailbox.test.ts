import path from 'node:path'
import { foldMessage, isForward } from '../../platform/text/fold-message'
import type { MailFile } from './mail-file'
import { readMailFolder } from './read-mail-folder'

const folder = path.resolve(__dirname, '../../../../tests/fixtures/mail')
const own = ['olga@demo.example', 'olga.smirnova@demo.example']
let files: Map<string, MailFile>
beforeAll(async () => { files = new Map((await readMailFolder(folder)).map((file) => [file.fileName.replace(/\.eml$/, ''), file])) })

const get = (name: string): MailFile => {
  const file = files.get(name)
  if (file === undefined) throw new Error(`no ${name}`)
  return file
}

const vector = 'Запрос цен на подшипники: декабрь–февраль'
type Row = [file: string, from: string, name: string, subject: string, words: string, attachments: string[], direction: 'incoming' | 'outgoing']
const table: Row[] = [
  ['01-newsletter', 'news@tradepress.example', 'Trade Press Weekly', 'Issue 46: steel, freight and customs', 'freight rates', [], 'incoming'],
  ['02-vector-price-request', 'ivan.petrov@vector.example', 'Иван Петров', vector, 'Условия оплаты прежние: 30 % аванс', ['Спецификация на подшипники, ноябрь.xlsx'], 'incoming'],
  ['03-vector-answer', own[0] ?? '', 'Ольга Смирнова', `Re: ${vector}`, 'Расчёт пришлю до пятницы', [], 'outgoing'],
  ['04-beta-order-4471', 'john.ross@beta.example', 'John Ross', 'Order 4471: delivery dates', 'first pallet has to be here', [], 'incoming'],
  ['05-beta-answer', own[0] ?? '', 'Olga Smirnova', 'Re: Order 4471: delivery dates', 'leaves on 20 November', [], 'outgoing'],
  ['06-vector-february', 'ivan.petrov@vector.example', 'Иван Петров', `RE: ${vector}`, 'По февралю можем взять', [], 'incoming'],
  ['07-pribor-samples', 'чернова@прибор.example', 'Анна Чернова', 'Образцы датчиков: испытания идут', 'Подтверждаем получение образцов', [], 'incoming'],
  ['08-internal-plan', 'anna@demo.example', 'Anna Orlova', 'Friday: who goes to the exhibition', 'morning at the stand', [], 'incoming'],
  ['09-buecher-angebot', 'juergen@xn--bcher-kva.example', 'Jürgen Groß', 'Rückfrage zum Angebot für März', 'between Köln and Münster', [], 'incoming'],
  ['10-site-form', 'form@demo.example', 'Форма сайта', 'Заявка с сайта: расчёт поставки', 'Компания: СтройМонтаж', [], 'incoming'],
  ['11-unknown-with-signature', 'e.lapteva@laptrade.example', 'Екатерина Лаптева', 'Знакомство и прайс-лист', 'прайс-лист и условия', [], 'incoming'],
  ['12-unknown-at-vector', 'p.zimin@vector.example', 'Павел Зимин', 'Пропуск на склад для водителя', 'новый логист', [], 'incoming'],
  ['13-vector-prices-sent', own[1] ?? '', 'Ольга Смирнова', `Re: ${vector}`, 'скидка 4 %', ['Коммерческое предложение 118.pdf'], 'outgoing'],
  ['14-vector-meeting-request', 'ivan.petrov@vector.example', 'Иван Петров', 'Согласование цен на первый квартал', '24 ноября, в 11:00', [], 'incoming'],
  ['15-beta-sub-address', 'john.ross+orders@beta.example', 'John Ross', 'Purchase order PO-20983', 'within two working days', ['PO-20983.pdf'], 'incoming'],
  ['16-vector-auto-reply', 's.belova@vector.example', 'Светлана Белова', 'Автоматический ответ: Re: Запрос цен на подшипники', 'в отпуске до 16 ноября', [], 'incoming'],
  ['17-northwind-office', 'office@northwind.example', 'Northwind Trading', 'Pallets for the December shipment', '12 euro pallets', [], 'incoming'],
  ['18-vector-accountant', 's.belova@vector.example', 'Светлана Белова', `RE: ${vector}`, 'Акт сверки подпишем', [], 'incoming'],
  ['19-delta-html-only', 'info@delta.example', 'Дельта', 'График отгрузок на неделю', 'вторник 12 паллет', [], 'incoming'],
  ['20-gromov-gmail', 'gromov.ip@gmail.com', 'Павел Громов', 'Добавка к заказу', 'две коробки шурупов', [], 'incoming'],
  ['21-unknown-free-mail', 'marina.remont.2026@gmail.com', 'Марина', 'сколько стоит доставка', 'до Выборга', [], 'incoming'],
  ['22-look-alike-domain', 'ivan.petrov@vect0r.example', 'Ivan Petrov', 'New bank details for the advance', 'our bank has changed', [], 'incoming'],
  ['23-known-name-other-address', 'hello@alice-ross.example', 'Alice Ross', 'Writing from my own mailbox', 'truck for order 4471', [], 'incoming'],
  ['24-no-reply-service', 'no-reply@edo-service.example', 'ЭДО Сервис', 'Вектор: акт сверки ждёт вашей подписи', 'Акт сверки за октябрь', [], 'incoming'],
  ['25-buecher-utf8-address', 'juergen@bücher.example', 'Jürgen Groß', 'Menge für März bestätigt', '600 pieces', [], 'incoming'],
  ['26-forty-recipients', 'sales@delta.example', 'Отдел продаж, Дельта', 'Новые цены дилерам с 1 декабря', 'Уважаемые партнёры', [], 'incoming'],
  ['27-two-from-addresses', 'sam.lee@northwind.example', 'Sam Lee', 'Joint order of both warehouses', '40 boxes', [], 'incoming'],
  ['28-no-message-id', 'm.klimova@delta.example', 'Мария Климова', 'Сертификаты на партию 118', 'не принимает склад', [], 'incoming'],
  ['29-empty-from', '', '', 'Scan from MFP-3', '2 pages', [], 'incoming'],
  ['30-forwarded-by-colleague', 'anna@demo.example', 'Анна Орлова', 'Fwd: Приглашение на приёмку', 'From: Олег Титов <o.titov@vector.example>', [], 'incoming'],
  ['32-bidi-and-emoji-subject', 'samir@nile-trading.example', 'سمير حداد', '📦 طلب عرض أسعار \u202efdp.exe\u202c 🚚 50 тонн', 'شكراً جزيلاً 🙏', [], 'incoming'],
  ['33-vector-agreed', 'i.petrov@vector.example', 'Ivan Petrov', `Re: ${vector}`, 'Договор на подпись', [], 'incoming'],
  ['34-beta-inline-image', 'john.ross@beta.example', 'John Ross', 'Label and packing list – order 4471', 'the label as we need it', ['packing list (4471).pdf'], 'incoming'],
  ['35-sent-to-two-clients', own[0] ?? '', 'Ольга Смирнова', 'Самовывоз: новый график склада', 'с 8:00 до 19:00', [], 'outgoing'],
  ['36-northwind-saturday', 'kim.lee@northwind.example', 'Kim Lee', 'Re: Pallets for the December shipment', 'please make it 15', [], 'incoming'],
]
test.each(table)('%s is read as it was written', (fileName, from, name, subject, words, attachments, direction) => {
  const { snapshot, content, unreadable } = get(fileName)
  expect(unreadable).toBeUndefined()
  expect(snapshot.from).toEqual({ name, address: from })
  expect(snapshot.subject).toBe(subject)
  expect(foldMessage(content.text ?? '', { forwarded: isForward(subject) }).content).toContain(words)
  expect(content.text).not.toContain('\ufffd')
  expect(content.attachments.map((one) => one.name)).toEqual(attachments)
  expect(own.includes(snapshot.from.address) ? 'outgoing' : 'incoming').toBe(direction)
  expect(snapshot.receivedAt === null).toBe(direction === 'outgoing')
})

test('the mailbox has 36 messages, numbered in the order of time', () => {
  const times = [...files.values()].map((file) => file.snapshot.sentAt)
  expect(times).toHaveLength(36)
  expect([...times].sort()).toEqual(times)
  expect(new Set([...files.values()].map((file) => file.id)).size).toBe(36)
})

test('the six messages about bearings are one conversation, the three of Beta and Northwind their own', () => {
  const talk = ['02-vector-price-request', '03-vector-answer', '06-vector-february', '13-vector-prices-sent', '18-vector-accountant', '33-vector-agreed']
  expect(new Set(talk.map((name) => get(name).conversationId)).size).toBe(1)
  expect([...files.values()].filter((file) => file.conversationId === get('02-vector-price-request').conversationId)).toHaveLength(6)
  expect(get('05-beta-answer').conversationId).toBe(get('04-beta-order-4471').conversationId)
  expect(get('36-northwind-saturday').conversationId).toBe(get('17-northwind-office').conversationId)
  expect(get('25-buecher-utf8-address').conversationId).toBe(get('09-buecher-angebot').conversationId)
})

test('special kinds are known for what they are', () => {
  expect([...files.values()].filter((file) => file.kind !== 'message').map((file) => [file.fileName, file.kind]))
    .toEqual([['14-vector-meeting-request.eml', 'meeting-request'], ['16-vector-auto-reply.eml', 'auto-reply']])
  expect(get('16-vector-auto-reply').autoSubmitted).toBe('auto-replied')
  expect(get('24-no-reply-service').snapshot.replyTo).toEqual([{ name: 'Светлана Белова', address: 's.belova@vector.example' }])
  expect(get('10-site-form').snapshot.replyTo[0]?.address).toBe('v.danilov@stroymontazh.example')
  expect(get('26-forty-recipients').snapshot.to).toHaveLength(40)
  expect(get('27-two-from-addresses').from.map((one) => one.address)).toEqual(['sam.lee@northwind.example', 'kim.lee@northwind.example'])
  expect(get('28-no-message-id').snapshot.messageId).toBeNull()
  expect(get('31-long-subject').snapshot.subject).toHaveLength(300)
  expect(get('01-newsletter').headers).toContainEqual({ name: 'List-Id', value: 'Trade Press Weekly <weekly.tradepress.example>' })
})

test('a picture of the text is no attachment, and files keep their size', () => {
  const { attachments, html } = get('34-beta-inline-image')
  expect(attachments).toEqual([
    { name: 'label.png', contentType: 'image/png', size: 137, contentId: 'label@beta.example', inline: true },
    { name: 'packing list (4471).pdf', contentType: 'application/pdf', size: 599, contentId: null, inline: false },
  ])
  expect(html).toContain('cid:label@beta.example')
})

test('the time of delivery is the topmost Received, the time of sending is Date', () => {
  expect(get('02-vector-price-request').snapshot).toMatchObject({ sentAt: '2026-11-09T07:40:31.000Z', receivedAt: '2026-11-09T07:41:07.000Z' })
})
