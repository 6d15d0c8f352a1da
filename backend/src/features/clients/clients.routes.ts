import { limits } from '@counterpane/shared/contract/parts'
import type { Clock } from '../../ports/clock'
import type { Api } from '../../platform/http/api'
import type { RememberedChoices } from './choices.service'
import { presentCounterparty, presentPerson } from './clients.presenter'
import type { ClientsRepository } from './clients.repository'
import type { CounterpartiesService } from './counterparties.service'
import type { FeedService } from './feed.service'
import type { PersonsService } from './persons.service'
import type { AskClientStanding } from './standing.service'

export interface ClientsRoutesDeps { counterparties: CounterpartiesService; persons: PersonsService; choices: RememberedChoices; feed: FeedService; standing: AskClientStanding; clients: ClientsRepository; clock: Clock }

export function addClientsRoutes(api: Api, { counterparties, persons, choices, feed, standing, clients, clock }: ClientsRoutesDeps): void {
  api.on('listCounterparties', ({ query }) => {
    const page = clients.listCounterparties(query, query.limit ?? limits.pageDefault)
    return { answer: { ...page, items: page.items.map(presentCounterparty) } }
  })
  api.on('getCounterparty', ({ id }) => tagged(presentCounterparty(counterparties.get(id))))
  api.on('createCounterparty', async ({ caller, body }) => tagged(presentCounterparty(await counterparties.create(caller, body))))
  api.on('patchCounterparty', async ({ caller, id, body, ifMatch }) => tagged(presentCounterparty(await counterparties.patch(caller, id, { body, ifMatch }))))
  api.on('feed', ({ caller, id, query, locale }) => {
    counterparties.get(id)
    const asked = { kinds: query.kind, limit: query.limit ?? limits.pageDefault, cursor: query.cursor }
    return { answer: feed.list(id, asked, { callerId: caller.id, locale, now: clock.now() }) }
  })
  api.on('clientStanding', ({ caller, id, locale }) => {
    counterparties.get(id)
    return { answer: standing(id, { callerId: caller.id, locale, now: clock.now() }) }
  })

  api.on('listPersons', ({ query }) => {
    const page = clients.listPersons(query, query.limit ?? limits.pageDefault)
    return { answer: { ...page, items: page.items.map(presentPerson) } }
  })
  api.on('getPerson', ({ id }) => tagged(presentPerson(persons.get(id))))
  api.on('createPerson', async ({ caller, body }) => tagged(presentPerson(await persons.create(caller, body))))
  api.on('patchPerson', async ({ caller, id, body, ifMatch }) => tagged(presentPerson(await persons.patch(caller, id, { body, ifMatch }))))

  api.on('rememberChoice', async ({ caller, body }) => ({ answer: await choices.remember(caller, body) }))
}

const tagged = <T extends { etag: string }>(answer: T) => ({ answer, headers: { ETag: answer.etag } })
