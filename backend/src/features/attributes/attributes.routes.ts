import { attributeNouns, type AttributeDefinition, type AttributeNoun } from '@counterpane/shared/contract/attribute'
import type { Api } from '../../platform/http/api'
import { etagOf } from '../../platform/http/etag'
import type { DefinitionRecord } from './attributes.repository'
import type { Attributes } from './attributes.service'

export function addAttributesRoutes(api: Api, { attributes }: { attributes: Attributes }): void {
  const tagged = (record: DefinitionRecord) => ({ answer: present(record, null), headers: { ETag: etagOf(record.version) } })
  api.on('listAttributes', async ({ query: { noun: nouns = [...attributeNouns], active, counted = false } }) => {
    const found = attributes.list({ nouns, active })
    const counts = new Map<AttributeNoun, Map<string, number>>()
    if (counted) for (const noun of nouns) counts.set(noun, await attributes.counts(noun))
    return { answer: { items: found.map((one) => present(one, counted ? counts.get(one.noun)?.get(one.key) ?? 0 : null)), nextCursor: null } }
  })
  api.on('createAttribute', async ({ caller, body }) => tagged(await attributes.create(caller, body)))
  api.on('patchAttribute', async ({ caller, id, body, ifMatch }) => tagged(await attributes.patch(caller, id, { body, ifMatch })))
  api.on('deleteAttribute', async ({ caller, id, ifMatch }) => {
    await attributes.remove(caller, id, ifMatch)
    return { answer: undefined }
  })
}

const present = ({ version, ...record }: DefinitionRecord, values: number | null): AttributeDefinition => ({ ...record, etag: etagOf(version), values })
