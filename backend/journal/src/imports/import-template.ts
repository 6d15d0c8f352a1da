import type { Locale } from '@counterpane/shared/domain/codes'

const rows: Record<Locale, string[][]> = {
  en: [
    ['Company', 'Tax number', 'Kind', 'Industry', 'Region', 'Company email', 'Company phone', 'Website', 'Contact person', 'Position', 'Email', 'Mobile', 'Birthday'],
    ['Example Ltd', '7701234567', 'client', 'Metals', 'Moscow', 'info@client.example, sales@client.example', '+7 495 111-22-33', 'www.client.example', 'Ann Lee', 'Head of purchasing', 'ann.lee@client.example', '+7 916 111-22-33; +7 916 111-22-44', '1980-02-01'],
    ['Example Ltd', '7701234567', '', '', '', '', '', '', 'Bob Ray', 'Engineer', 'bob.ray@client.example', '', ''],
  ],
  ru: [
    ['Название', 'ИНН', 'Вид', 'Отрасль', 'Регион', 'E-mail компании', 'Телефон компании', 'Сайт', 'Контактное лицо', 'Должность', 'E-mail', 'Мобильный', 'День рождения'],
    ['ООО «Пример»', '7701234567', 'клиент', 'Металлургия', 'Москва', 'info@client.example, sales@client.example', '+7 495 111-22-33', 'www.client.example', 'Анна Ли', 'Начальник отдела закупок', 'anna.li@client.example', '+7 916 111-22-33; +7 916 111-22-44', '01.02.1980'],
    ['ООО «Пример»', '7701234567', '', '', '', '', '', '', 'Борис Рай', 'Инженер', 'boris.ray@client.example', '', ''],
  ],
}

/** With a byte order mark and semicolons, so that a spreadsheet opens it as it is meant. */
export const templateHref = (locale: Locale) => `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${rows[locale].map((row) => row.map((cell) => (/[;"\n]/.test(cell) ? `"${cell}"` : cell)).join(';')).join('\r\n')}\r\n`)}`
export const templateName: Record<Locale, string> = { en: 'clients-sample.csv', ru: 'clients-sample-ru.csv' }
