import { createNeverKeys } from './never-keys'

const letter = (from: string, replyTo: string[] = []) => ({ from: { name: '', address: from }, replyTo: replyTo.map((address) => ({ name: '', address })) })
function held({ owner = 'olga@demo.example', kept = new Map<string, string>() } = {}) {
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) }
  let asked = 0
  const never = createNeverKeys({ storage, owner: () => owner, later: (work) => work(), fetchKeys: async () => { asked++; return { organisation: ['shop.example'], own: ['doctor@clinic.example'] } } })
  return { never, kept, asked: () => asked }
}
const settled = () => new Promise((resolve) => setTimeout(resolve))

test('before the lists were read nothing is blocked; afterwards exactly what stands on them', async () => {
  const { never, asked } = held()
  expect(never.blocks(letter('doctor@clinic.example'))).toBe(false)
  never.refresh()
  never.refresh()
  await settled()
  expect(asked()).toBe(1)
  for (const address of ['doctor@clinic.example', ' Doctor@Clinic.EXAMPLE ', 'a@shop.example', 'a@news.shop.example']) expect([address, never.blocks(letter(address))]).toEqual([address, true])
  for (const address of ['nurse@clinic.example', 'a@notshop.example', 'a@shop.example.evil', '', '/o=Ex/cn=doctor']) expect([address, never.blocks(letter(address))]).toEqual([address, false])
})

test('a reply that would go to somebody else is asked about', async () => {
  const { never } = held()
  never.refresh()
  await settled()
  expect(never.blocks(letter('a@shop.example', ['client@acme.example']))).toBe(false)
  expect(never.blocks(letter('a@shop.example', ['b@shop.example']))).toBe(true)
})

test('the next pane of the same person knows them at once, another person’s does not, nor after signing out', async () => {
  const { never, kept } = held()
  never.refresh()
  await settled()
  expect(held({ kept }).never.blocks(letter('a@shop.example'))).toBe(true)
  expect(held({ kept, owner: 'anna@demo.example' }).never.blocks(letter('a@shop.example'))).toBe(false)
  never.forget()
  expect([never.blocks(letter('a@shop.example')), kept.size]).toEqual([false, 0])
})
