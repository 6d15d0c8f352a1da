import { isDeepStrictEqual } from 'node:util'
import { bodyOf } from './load-job'

type Json = Record<string, unknown>

/** The floor is honest only when it says the same: the same questions to both, their answers compared field by field. */
export async function assertSameAnswers({ ours, floor, headers, addresses }: { ours: string; floor: string; headers: Record<string, string>; addresses: readonly string[] }): Promise<void> {
  const ask = async (url: string, body: string) => (await fetch(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body })).json() as Promise<Json>
  for (const [n, address] of addresses.entries()) {
    const body = bodyOf({ question: 'lookup', addresses: [address], name: 'same' }, n)
    const [a, b] = [await ask(ours, body), await ask(floor, body)].map(withoutPrivateWords) as [Json, Json]
    const different = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => !isDeepStrictEqual(a[name], b[name]))
    if (different.length > 0) throw new Error(`the floor answers otherwise for ${address} in ${different.map((name) => `${name}: ${JSON.stringify(a[name]).slice(0, 400)} / ${JSON.stringify(b[name]).slice(0, 400)}`).join('; ')}`)
  }
}

/** The floor knows nothing of rights: the words of private contacts, which the product keeps back, are left out of the comparison. */
function withoutPrivateWords(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('private' in value) || value.private !== true) return value
    return { id: (value as Json).id }
  }) as unknown
}
