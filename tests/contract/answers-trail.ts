import type { Tried } from './tried'

const as = 'admin@demo.example'

/** Lists of what is never registered, the trail, retention; and somebody is handed their data, then erased. */
export async function trailAgree(tried: Tried): Promise<void> {
  await tried('addNeverRegister', { as, body: { scope: 'organisation', text: 'lawyer@never.example\nnever.example\nnot one' } })
  const list = await tried('listNeverRegister', { query: '?scope=organisation&limit=1' })
  await tried('neverRegisterKeys')
  const [entry] = list.body.items as { id: string }[]
  await tried('deleteNeverRegister', { as, id: entry!.id })
  await tried('searchTrail', { as, query: '?limit=100' })
  const rules = { audit: 3_650, undoneContacts: null, undoneFiles: 365, importProblems: 365, sessions: 90, digests: 90, signInAttempts: 7 }
  await tried('putRetention', { as, body: rules })
  await tried('previewRetention', { as, body: rules })
  await tried('runRetention', { as })
  await tried('getRetention', { as })
  const person = await tried('createPerson', { body: { name: 'Erasable Somebody', addresses: ['erasable@somebody.example'] } })
  const id = String(person.body.id)
  await tried('findPersonalData', { as, body: { address: 'erasable@somebody.example' } })
  await tried('exportPersonalData', { as, id })
  await tried('erasePersonalData', { as, id, body: { confirm: 'Erasable Somebody' } })
  await tried('listPersonalDataReports', { as, query: '?limit=5' })
}
