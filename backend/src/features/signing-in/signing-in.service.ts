import { AppError } from '@counterpane/shared/errors/app-error'
import type { ProvenPerson, SignInProvider } from '../../ports/sign-in-provider'
import { backOf, readKnocking, readUnderWay, type Knocking, type UnderWay } from './attempt-contents'
import { attemptMs, newSecret, type Attempts } from './attempts.service'
import type { Outcome, SigningInNeeds, Visitor, Way } from './signing-in.types'
import type { Clock } from '../../ports/clock'

export interface SigningInDeps { ways: readonly SignInProvider[]; attempts: Attempts; needs: SigningInNeeds; clock: Clock }
export interface Beginning extends Way { code: string | null; back: string | null | undefined; otherAccount: boolean }
/** What the provider sent the browser back with, each name once. */
export interface CameBack { state: string; query: URLSearchParams }

/** Signing in at a provider's page: there, back, and who that is here. */
export function createSigningIn({ ways, attempts, needs, clock }: SigningInDeps) {
  const wayOf = ({ provider, organisation }: Way) => ways.find((way) => way.provider === provider && (organisation === null || way.organisation === organisation)) ?? null

  /** Fails with `not-found` and `provider-unavailable`. `browser`: the secret by which the browser that began is known again. */
  async function begin({ code, back, otherAccount, ...asked }: Beginning): Promise<{ url: string; browser: string }> {
    const way = wayOf(asked)
    if (!way) throw new AppError('not-found')
    const secrets = { state: newSecret(), nonce: newSecret(), codeVerifier: newSecret() }
    const browser = newSecret()
    const url = await way.pageFor(secrets, { otherAccount })
    if (url === null) throw new AppError('provider-unavailable')
    const { state, nonce, codeVerifier } = secrets
    const contents: UnderWay = { organisation: way.organisation, nonce, codeVerifier, code: code?.trim() || null, back: backOf(back) }
    await attempts.keep({ provider: way.provider, purpose: 'under-way', key: state, browser, contents })
    return { url, browser }
  }

  async function comeBack({ state, query }: CameBack, visitor: Visitor): Promise<Outcome> {
    const taken = await attempts.take({ purpose: 'under-way', key: state, browser: visitor.browser })
    if (taken.kind !== 'taken') return { kind: taken.kind, way: null, back: '' }
    const attempt = readUnderWay(taken.opened)
    if (!attempt) return { kind: 'stale', way: null, back: '' }
    const { organisation, nonce, codeVerifier, code, back } = attempt
    const way = { provider: taken.provider, organisation }
    const failed = failureTold(query.get('error'))
    if (failed) return { kind: failed, way, back, reason: 'answer' }
    const provider = wayOf(way)
    if (!provider) return { kind: 'not-set-up', way: null, back }
    const verdict = await provider.judge(query, { state, nonce, codeVerifier })
    if (verdict.kind === 'unavailable') return { kind: 'unavailable', way, back }
    if (verdict.kind === 'refused') return { kind: verdict.reason === 'client' ? 'settings' : 'refused', way, back, reason: verdict.reason }
    return welcome({ person: verdict.person, organisation, back, until: clock.now().getTime() + attemptMs }, { code, visitor })
  }

  /** A proven person who was not known brings the code of an invitation. */
  async function bringCode({ ticket, code }: { ticket: string; code: string }, visitor: Visitor): Promise<Outcome> {
    const taken = await attempts.take({ purpose: 'knocking', key: ticket, browser: visitor.browser })
    if (taken.kind !== 'taken') return { kind: taken.kind, way: null, back: '' }
    const knocking = readKnocking(taken.opened)
    return knocking ? welcome(knocking, { code, visitor }) : { kind: 'stale', way: null, back: '' }
  }

  async function welcome(knocking: Knocking, { code, visitor }: { code: string | null; visitor: Visitor }): Promise<Outcome> {
    const { person, organisation, back } = knocking
    const way = { provider: person.identity.provider, organisation }
    const redeemed = code === null ? null : await needs.redeem(person, code)
    if (redeemed === 'bound') return { kind: 'bound', way, back }
    const manager = await needs.recognise(person.identity)
    if (!manager) return knock(knocking, { way, codeRefused: redeemed === 'unknown' })
    // Whatever session this browser had was perhaps put there by somebody else: it ends, and a new one begins.
    if (visitor.session !== null) await needs.endSession(visitor.session)
    const { token } = await needs.openSession(manager.id, visitor.userAgent)
    return { kind: 'signed-in', token, managerId: manager.id, way, back }
  }

  async function knock(knocking: Knocking, { way, codeRefused }: { way: Way; codeRefused: boolean }): Promise<Outcome> {
    const [ticket, browser] = [newSecret(), newSecret()]
    await attempts.keep({ provider: way.provider, purpose: 'knocking', key: ticket, browser, contents: knocking, until: knocking.until })
    return { kind: 'stranger', ticket, browser, called: calledBy(knocking.person), codeRefused, way, back: knocking.back }
  }

  return { begin, comeBack, bringCode, ways: () => ways.map(({ provider, name, organisation }) => ({ provider, name, organisation })) }
}
export type SigningIn = ReturnType<typeof createSigningIn>

const calledBy = ({ name, address }: ProvenPerson) => address ?? name

/** https://openid.net/specs/openid-connect-core-1_0.html#AuthError */
function failureTold(error: string | null): 'declined' | 'unavailable' | 'refused' | null {
  if (error === null) return null
  if (['access_denied', 'consent_required', 'login_required', 'interaction_required', 'account_selection_required'].includes(error)) return 'declined'
  return ['temporarily_unavailable', 'server_error'].includes(error) ? 'unavailable' : 'refused'
}
