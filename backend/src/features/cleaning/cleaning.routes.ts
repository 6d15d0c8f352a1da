import { limits } from '@counterpane/shared/contract/parts'
import type { Api } from '../../platform/http/api'
import type { DuplicateSearch } from './duplicate-search.service'
import type { Duplicates } from './duplicates.service'
import type { Employer } from './employer.service'
import type { ClientDomains } from './known-domains.service'
import type { MergesService } from './merges.service'

export interface CleaningRoutesDeps { search: DuplicateSearch; duplicates: Duplicates; merges: MergesService; domains: ClientDomains; employer: Employer }

export function addCleaningRoutes(api: Api, { search, duplicates, merges, domains, employer }: CleaningRoutesDeps): void {
  api.on('startDuplicateSearch', async ({ caller }) => ({ answer: await search.start(caller) }))
  api.on('duplicateSearch', () => ({ answer: search.show() }))
  api.on('cancelDuplicateSearch', async () => ({ answer: await search.cancel() }))
  api.on('listDuplicates', ({ query: { noun = 'counterparty', dismissed = false, cursor, limit = limits.pageDefault } }) => ({ answer: duplicates.list({ noun, dismissed, cursor, limit }) }))
  api.on('duplicatesOf', ({ id, query: { noun = 'counterparty' } }) => ({ answer: duplicates.of(noun, id) }))
  api.on('dismissDuplicate', async ({ caller, id, body }) => ({ answer: await duplicates.judge(id, body.dismissed, caller) }))
  api.on('createMerge', async ({ caller, body }) => ({ answer: await merges.merge(caller, body) }))
  api.on('mergeOf', ({ id }) => ({ answer: merges.of(id) }))
  api.on('undoMerge', async ({ caller, id }) => ({ answer: await merges.undo(caller, id) }))
  api.on('clientDomains', ({ id }) => ({ answer: domains.list(id) }))
  api.on('judgeClientDomain', async ({ caller, id, body }) => ({ answer: await domains.judge(caller, id, body) }))
  api.on('formerPersons', ({ id }) => ({ answer: employer.formerOf(id) }))
  api.on('listEmployments', ({ id }) => ({ answer: employer.ofPerson(id) }))
  api.on('changeEmployer', async ({ caller, id, body }) => ({ answer: await employer.change(caller, id, body) }))
}
