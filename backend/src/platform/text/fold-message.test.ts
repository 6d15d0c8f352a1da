import fc from 'fast-check'
import { foldMessage, isForward } from './fold-message'
import { textOfHtml } from './html-text'

const answer = 'Иван, добрый день!\n\nЦены подтверждаем.'
const quote = '> Когда ответите?\n>\n> Иван\n'
const outlook = 'From: John Ross <john@beta.example>\nSent: Friday, November 20, 2026 10:00 AM\nTo: Olga\nSubject: Order\n\nOld text\n'
const folds: [string, string, string][] = [
  ['Russian, "пишет:"', answer, `\n\n20 ноября 2026 г. в 10:00 Ольга Смирнова <olga@demo.example> пишет:\n${quote}`],
  ['Gmail in Russian', answer, `\n\nпн, 9 нояб. 2026 г. в 10:40, Иван Петров <ivan@vector.example>:\n\n${quote}`],
  ['Gmail in English', 'Yes.', `\n\nOn Mon, Nov 9, 2026 at 5:05 PM John Ross <john@beta.example> wrote:\n\n${quote}`],
  ['Gmail, broken over two lines', 'Yes.', `\n\nOn Mon, Nov 9, 2026 at 5:05 PM John Ross\n<john@beta.example> wrote:\n\n${quote}`],
  ['German', 'Ja.', `\n\nAm Di., 17. Nov. 2026 um 15:20 Uhr schrieb Olga <olga@demo.example>:\n\n${quote}`],
  ['Outlook', 'Hello', `\n\n${outlook}`],
  ['Outlook with its rule', 'Hello', `\n\n________________________________\n${outlook}`],
  ['Outlook in Russian', answer, '\n\n-----Исходное сообщение-----\nОт: Ольга\nОтправлено: пятница\nКому: Иван\nТема: Цены\n\nстарый текст'],
  ['an unquoted answer of a phone', 'Ok', '\r\n\r\n20 ноября 2026 г., в 10:00, Olga <olga@demo.example> писал(а):\r\n\r\nстарый текст\r\n'],
  ['quote signs alone', 'Fifteen, please.', `\n\n${quote}`],
  ['a signature behind "-- "', answer, '\n\n-- \nОльга\n+7 812 555-02-03\n'],
  ['a closing with a few lines', answer, '\n\nС уважением,\nОльга Смирнова\nменеджер\n'],
  ['a phone\'s own line', 'ok', '\n\nОтправлено с iPhone\n'],
  ['a signature and a quote', 'ok', `\n\nBest regards,\nOlga\n\nOn 9 Nov 2026, at 10:00, J <j@b.example> wrote:\n${quote}`],
  ['a quote and a signature under it', 'ok', `\n\n${quote}\n-- \nOlga\n`],
]
test.each(folds)('folds away: %s', (_name, content, folded) => {
  expect(foldMessage(content + folded)).toEqual({ content, folded })
})

const whole: [string, string][] = [
  ['a message without anything to fold', 'Добрый день!\n\nОтвет завтра.\n\n'],
  ['an answer between the quotes', '> Сколько?\n\nДвенадцать.\n\n> Когда?\n\nВо вторник.\n'],
  ['nothing but a quote', quote],
  ['nothing but a signature', '-- \nОльга\n'],
  ['a forwarded message', 'Оля, это тебе.\n\n---------- Forwarded message ---------\nFrom: Олег <o.titov@vector.example>\nDate: чт\nSubject: Приёмка\nTo: Анна\n\nДобрый день!\n\n> старое\n'],
  ['a sentence with a closing colon', 'On 20.11.2026 we wrote:\nprice 100, term 20 days.\nPlease confirm.'],
  ['lines like "To: …" in a text', 'Please write on the box:\nTo: warehouse 4\nThank you'],
  ['regards in the middle of a long letter', `Best regards,\nOlga\n\n${'One more long thought about the contract that has to be said in one line, which is far longer than any signature would be, I promise you that.\n'.repeat(3)}`],
]
test.each(whole)('leaves whole: %s', (_name, text) => expect(foldMessage(text)).toEqual({ content: text, folded: '' }))

test('a forward by Outlook, which looks like an answer, stays whole when the subject says so', () => {
  expect(isForward('FW: Order 4471')).toBe(true)
  expect(isForward('Re: FW: Order')).toBe(false)
  expect(foldMessage(`FYI\n\n${outlook}`, { forwarded: true }).folded).toBe('')
})

test('nothing is ever lost: content and folded are the text, to the character', () => {
  const pieces = fc.constantFrom('> ', '>', '\n', '\r\n', '\r', '-- ', '--', 'On 9 Nov 2026 10:00 <a@b.c> wrote:', 'From: a\nTo: b\nSubject: c\n', 'С уважением,', ' ', '\t', '\u00a0', '😀', '\ud800', '\0', 'text', 'пишет:')
  fc.assert(fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 40 }), (parts) => {
    const text = parts.join('')
    const { content, folded } = foldMessage(text)
    return content + folded === text && (text.trim() === '' || content.trim() !== '')
  }), { numRuns: 500 })
})

test.each([['>', 'one line'], ['>\n', 'lines'], ['On ', 'one line'], ['On 1 wrote:\n', 'lines'], ['From: a\n', 'lines'], ['To: a\n', 'lines'], ['\n', 'lines'], [' ', 'one line'], ['-- \n', 'lines'],
  ['С уважением,\n', 'lines'], ['Обычная строка письма, каких много.\n', 'lines'], ['\r', 'one line'], ['_', 'one line']])('5 MB of %j fold at once (%s)', (piece) => {
  const text = piece.repeat(Math.ceil(5_000_000 / piece.length))
  const before = process.cpuUsage()
  const { content, folded } = foldMessage(text)
  const used = process.cpuUsage(before)
  expect(content.length + folded.length).toBe(text.length)
  // Time of the processor; 300 ms is the aim, the rest is room for a slow machine whose cores are shared. What is caught here is growth with the square of the length: minutes.
  expect((used.user + used.system) / 1_000).toBeLessThan(3_000)
})

test('an HTML answer becomes text whose quote folds', () => {
  const html = '<div dir="ltr"><p>Yes, <b>confirmed</b>.</p></div><div class="gmail_quote"><div>On Mon, Nov 9, 2026 at 5:05 PM John &lt;<a href="mailto:john@beta.example">john@beta.example</a>&gt; wrote:<br></div><blockquote><div>When?</div></blockquote></div>'
  const { content, folded } = foldMessage(textOfHtml(html))
  expect(content).toBe('Yes, confirmed.')
  expect(folded).toContain('> When?')
})
