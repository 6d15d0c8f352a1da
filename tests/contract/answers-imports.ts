import { sendTable } from '../support/import-house'
import type { TestServer } from '../support/test-server'
import type { Tried } from './tried'

const as = 'admin@demo.example'
const atWork = ['waiting', 'checking', 'reading', 'undoing']

export async function importsAgree(tried: Tried, server: TestServer): Promise<void> {
  const upload = async (text: string) => (await sendTable(server, text)).body.id
  async function rest(id: string) {
    for (;;) {
      const { body } = await tried('getImport', { id, as })
      if (!atWork.includes(String(body.state))) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const id = await upload('Company,Where,Tax\nAcme,who@acme-import.example,7\nAcme,broken,7\n')
  await tried('patchImport', { id, as, body: { mapping: ['name', 'addresses', null] } })
  await tried('checkImport', { id, as })
  await rest(id)
  await tried('runImport', { id, as })
  await rest(id)
  await tried('listImportProblems', { id, as })
  await tried('undoImport', { id, as })
  await rest(id)
  const large = await upload(`Company\n${Array.from({ length: 4_000 }, (_, i) => `Cancelled ${i}\n`).join('')}`)
  await tried('checkImport', { id: large, as })
  await tried('cancelImport', { id: large, as })
  await rest(large)
  await tried('deleteImport', { id: large, as })
  await tried('listImports', { as })
}
