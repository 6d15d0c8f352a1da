import type { Api } from '../../platform/http/api'
import type { SearchService } from './search.service'

/** The quick search: the best of what is found, in one page. */
export function addSearchRoutes(api: Api, { service }: { service: SearchService }): void {
  api.on('search', ({ caller, query }) => ({ answer: { items: service.search(caller, query), nextCursor: null } }))
}
