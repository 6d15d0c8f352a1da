import { guessedClientName, guessedPersonName } from './guessed-names'

it.each([
  ['e.lapteva@laptrade.example', 'Laptrade'], ['sales@mail.firma.co.uk', 'Firma'], ['einkauf@bücher.example', 'Bücher'], ['info@xn--bcher-kva.example', 'Bücher'],
  ['marina@gmail.com', ''], ['x@mailinator.com', ''], ['x@localhost', ''], ['x@[192.0.2.1]', ''], ['no address', ''], ['', ''],
])('the client of %s is guessed as "%s"', (address, client) => {
  expect(guessedClientName(address)).toBe(client)
})

it.each([
  ['Ivan Petrov', 'i@a.example', 'Ivan Petrov'], ['', 'ivan.petrov@a.example', 'Ivan Petrov'], ['i@a.example', 'i_van-p@a.example', 'I Van P'], ['  ', '', ''], ['', 'no address', ''],
])('the person "%s" at %s is guessed as "%s"', (name, address, person) => {
  expect(guessedPersonName(name, address)).toBe(person)
})
