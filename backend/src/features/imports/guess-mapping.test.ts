import { guessMapping } from './guess-mapping'

test.each<[string, string[], (string | null)[]]>([
  ['1C', ['Код', 'Наименование', 'Полное наименование', 'ИНН', 'КПП', 'Вид контрагента', 'Телефон', 'E-mail', 'Ответственный', 'Комментарий'], [null, 'name', null, 'taxNumber', null, 'kind', 'phones', 'addresses', 'manager', null]],
  ['clients with people', ['Контрагент', 'Контактное лицо', 'Должность', 'Телефон', 'Email', 'E-mail компании', 'Регион', 'VIP'], ['name', 'personName', 'personPosition', 'personPhones', 'personAddresses', 'addresses', 'region', 'vip']],
  ['Outlook', ['First Name', 'Middle Name', 'Last Name', 'Company', 'Job Title', 'Business Phone', 'Mobile Phone', 'E-mail Address', 'E-mail Type', 'E-mail Display Name', 'E-mail 2 Address', 'Birthday', 'Web Page', 'Notes'],
    ['personFirstName', 'personMiddleName', 'personLastName', 'name', 'personPosition', 'personPhones', 'personPhones', 'personAddresses', null, null, 'personAddresses', 'personBirthday', 'domains', null]],
  ['Outlook in Russian', ['Имя', 'Отчество', 'Фамилия', 'Организация', 'Должность', 'Рабочий телефон', 'Телефон переносной', 'Адрес эл. почты', 'Краткое имя эл. почты', 'День рождения'],
    ['personFirstName', 'personMiddleName', 'personLastName', 'name', 'personPosition', 'personPhones', 'personPhones', 'personAddresses', null, 'personBirthday']],
  ['Google', ['First Name', 'Last Name', 'Organization Name', 'Organization Title', 'E-mail 1 - Label', 'E-mail 1 - Value', 'Phone 1 - Label', 'Phone 1 - Value'], ['personFirstName', 'personLastName', 'name', 'personPosition', null, 'personAddresses', null, 'personPhones']],
  ['outlook.com', ['First Name', 'Last Name', 'Title', 'Nickname', 'E-mail Address', 'Business Phone', 'Company Main Phone', 'Job Title', 'Company', "Manager's Name", "Assistant's Phone", 'Company Yomi', 'Personal Web Page', 'Web Page'],
    ['personFirstName', 'personLastName', null, null, 'personAddresses', 'personPhones', 'phones', 'personPosition', 'name', null, null, null, null, 'domains']],
  ['Outlook in Russian, with helpers', ['Обращение', 'Имя', 'Фамилия', 'Организация', 'Должность', 'Телефон помощника', 'Основной телефон организации', 'Имя помощника', 'Руководитель', 'Веб-страница'],
    [null, 'personFirstName', 'personLastName', 'name', 'personPosition', null, 'phones', null, null, 'domains']],
  ['Google of old', ['Name', 'Given Name', 'Family Name', 'Yomi Name', 'Organization 1 - Type', 'Organization 1 - Name', 'Organization 1 - Title', 'E-mail 1 - Type', 'E-mail 1 - Value', 'Website 1 - Value'],
    ['personName', 'personFirstName', 'personLastName', null, null, 'name', 'personPosition', null, 'personAddresses', 'domains']],
  ['a person with a title alone', ['Name', 'Company', 'Title'], ['personName', 'name', 'personPosition']],
  ['a plain list', ['Name', 'Email', 'Phone', 'Mobile', 'Industry', 'City'], ['name', 'addresses', 'phones', 'phones', 'industry', 'region']],
  ['people of a company', ['Company', 'Name', 'Email'], ['name', 'personName', 'personAddresses']],
])('columns of %s are known by their words', (_name, header, fields) => expect(guessMapping(header)).toEqual(fields))

test('a word that nobody knows is left out', () => expect(guessMapping(['Lorem', '', 'Название'])).toEqual([null, null, 'name']))
