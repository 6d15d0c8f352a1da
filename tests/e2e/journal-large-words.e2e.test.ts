import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { openJournal, rowsOf } from './journal-screen'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: 'team' }) }, 120_000)
afterAll(() => server.close())

it('keeps ten megabytes that are pasted into the content, and of more says in the reader’s language that it is too much and loses nothing', async () => {
  const page = await browser.newPage({ width: 1_440, height: 1_000, locale: 'ru-RU' })
  await openJournal(page, server, { as: 'ivan@demo.example', hash: '#/journal?period=all' })
  await rowsOf(page).first().waitFor()
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: 'Зарегистрировать контакт' })
  await dialog.getByRole('textbox', { name: 'Тема' }).fill('Десять мегабайт')
  const content = dialog.getByRole('textbox', { name: 'Содержание' })
  await content.fill('Было раньше. ')
  const line = 'Слова на двадцать байт\n'
  const paste = (megabytes: number) => content.evaluate((field: HTMLTextAreaElement, [text, times]) => {
    field.focus()
    field.setSelectionRange(field.value.length, field.value.length)
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text.repeat(times))
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, [line, Math.ceil(megabytes * 1_048_576 / Buffer.byteLength(line))] as const)
  await paste(13)
  await dialog.getByText(/Слишком длинно: 1\d(,\d)? МБ\. У одного контакта сохраняется не больше 1\d(,\d)? МБ/).waitFor()
  await dialog.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await page.waitForTimeout(500)
  expect(await dialog.getByText(/Слишком длинно/).isVisible()).toBe(true)
  const saved = () => server.db.sql.all<{ content: string }>("SELECT content FROM Contact WHERE subject = 'Десять мегабайт'")
  expect(saved()).toEqual([])
  await dialog.getByRole('button', { name: 'Убрать вставленное' }).click()
  expect([await content.inputValue(), await dialog.getByRole('textbox', { name: 'Тема' }).inputValue()]).toEqual(['Было раньше. ', 'Десять мегабайт'])
  await paste(10)
  await dialog.getByText(/Длинный текст, 1\d(,\d)? МБ/).waitFor()
  await dialog.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await dialog.waitFor({ state: 'detached', timeout: 60_000 })
  expect(saved().map((row) => row.content)).toEqual([`Было раньше. ${line.repeat(Math.ceil(10 * 1_048_576 / Buffer.byteLength(line)))}`])
}, 180_000)
