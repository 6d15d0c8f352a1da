import { addressesIn, dateIn, domainIn, kindIn, phonesIn, yesIn } from './cell-values'

test.each([
  ['a@x.example', ['a@x.example']], ['a@x.example, b@x.example;c@x.example d@x.example', ['a@x.example', 'b@x.example', 'c@x.example', 'd@x.example']],
  ['Анна Ким <a@x.example>; "Ли, Борис" <b@x.example>', ['a@x.example', 'b@x.example']], ['mailto:a@x.example', ['a@x.example']], ['a@x.example ::: b@x.example', ['a@x.example', 'b@x.example']], ['', []],
])('addresses of "%s"', (text, found) => expect(addressesIn(text)).toEqual(found))
test.each([['+7 495 111-22-33, +7 495 111-22-34', ['+7 495 111-22-33', '+7 495 111-22-34']], ['8 (495) 111-22-33 доб. 12; 112', ['8 (495) 111-22-33 доб. 12', '112']], ['111-22-33, доб. 4', ['111-22-33, доб. 4']], ['+7 495 111 ::: +7 495 112', ['+7 495 111', '+7 495 112']], ['нет', []]])('phones of "%s"', (text, found) => expect(phonesIn(text)).toEqual(found))
test.each([
  ['1979-11-26', '1979-11-26'], ['26.11.1979', '1979-11-26'], ['11/26/1979', '1979-11-26'], ['26/11/1979', '1979-11-26'], ['19791126', '1979-11-26'], ['1979-11-26T00:00:00Z', '1979-11-26'], ['1.2.1980', '1980-02-01'],
  ['30.02.1980', null], ['--11-26', null], ['осенью', null], ['0/0/00', null],
])('the date "%s" is %s', (text, date) => expect(dateIn(text)).toBe(date))
test.each([['https://www.Vector.example/about?x#y', 'Vector.example'], ['vector.example', 'vector.example'], ['прибор.рф', 'прибор.рф'], ['vector', null], ['a@vector.example', null]])('the host of "%s" is %s', (text, host) => expect(domainIn(text)).toBe(host))
test.each([['Да', true], ['НЕТ', false], ['x', true], ['возможно', null]])('"%s" says %s', (text, said) => expect(yesIn(text)).toBe(said))
test.each([['Поставщик', 'supplier'], ['CLIENT', 'client'], ['Партнёр', 'dealer'], ['Холдинг', 'Холдинг']])('the kind "%s" is %s', (text, kind) => expect(kindIn(text)).toBe(kind))
