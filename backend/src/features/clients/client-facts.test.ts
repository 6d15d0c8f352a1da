import type { AppError } from '@counterpane/shared/errors/app-error'
import { searchKeysOf, toAddressFacts, toDomainFacts } from './client-facts'

const problemOf = (work: () => unknown): AppError => {
  try { work() } catch (error) { return error as AppError }
  throw new Error('nothing was refused')
}

describe('addresses of a client', () => {
  test('the same address written twice is kept once, as it was written first', () => {
    expect(toAddressFacts(['Info@Vector.example', 'info@vector.example', 'sales@vector.example']).map((fact) => fact.address)).toEqual(['Info@Vector.example', 'sales@vector.example'])
  })
  test('an international address is taken and compared by its ASCII domain', () => {
    expect(toAddressFacts(['чернова@прибор.example'])[0]).toMatchObject({ address: 'чернова@прибор.example', addressKey: 'чернова@xn--90antbfd.example', domainKey: 'xn--90antbfd.example' })
  })
  test('every unreadable address is named by its place', () => {
    const problem = problemOf(() => toAddressFacts(['ok@vector.example', '/o=Org/ou=x', 'also not']))
    expect(problem).toMatchObject({ code: 'invalid-request', errors: [{ path: 'addresses.1' }, { path: 'addresses.2' }] })
    expect(problem.errors?.[0]?.message).toContain('/o=Org/ou=x')
  })
})

describe('domains of a client', () => {
  test('a domain in letters and in ASCII is one domain, shown in letters', () => {
    expect(toDomainFacts(['xn--bcher-kva.example', 'Bücher.example'])).toEqual([{ domain: 'bücher.example', domainKey: 'xn--bcher-kva.example' }])
  })
  test('a sub-domain stands under the registrable domain', () => {
    expect(toDomainFacts(['https://shop.vector.example/about'])).toEqual([{ domain: 'shop.vector.example', domainKey: 'vector.example' }])
  })
  test('what is no domain is refused by its place', () => {
    expect(problemOf(() => toDomainFacts(['vector.example', 'no domain']))).toMatchObject({ code: 'invalid-request', errors: [{ path: 'domains.1' }] })
  })
})

test('the search text holds the folded name, both spellings of a domain, and a phone with and without its punctuation', () => {
  const { nameKey, searchText } = searchKeysOf({ name: 'Пётр  Чернов', addresses: toAddressFacts(['p@xn--90antbfd.example']), phones: ['+7 (495) 123-45-67'] })
  expect(nameKey).toBe('петр чернов')
  for (const part of ['петр чернов', 'p@xn--90antbfd.example', 'p@прибор.example', '+7 (495) 123-45-67', '74951234567']) expect(searchText).toContain(part)
})
