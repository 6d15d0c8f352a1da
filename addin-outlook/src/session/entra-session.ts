import type { Manager } from '@counterpane/shared/contract/access'
import { NoConnectionError } from '@counterpane/shared/contract/http-client'
import { type RefusedBecause, type Session, type SessionFacts, SignInRefused, type SignInOptions } from './pane-session'
import type { EntraSettings } from './sign-in-settings'
import type { SignedOutMark } from './signed-out-mark'
import { type DialogSignIn, type GotToken, TokenFailure, type TokenSource, type TokenWish } from './token-source'

export interface EntraSessionDeps {
  settings: EntraSettings
  /** Loaded when the first token is wanted. */
  source: () => Promise<TokenSource>
  dialog: DialogSignIn
  /** Asks the server who the new token belongs to. Nothing waits for it. */
  learn: () => Promise<Manager>
  onManager?: (() => void) | undefined
  mark: SignedOutMark
  now: () => number
}
interface Kept extends GotToken { way: 'silent' | 'popup' | 'dialog'; gotAt: number }

/** A token is renewed this long before it ends, and a refusal is believed this long before anybody is asked again by itself. */
const [renewBefore, believeRefusal] = [120_000, 30_000]
const reasons: Record<TokenFailure['trouble'], RefusedBecause> = { interaction: 'interaction', blocked: 'blocked', cancelled: 'cancelled', unreachable: 'failed', failed: 'failed' }

/**
 * Microsoft Entra: quietly as long as that works, by hand when it does not. Windows open only after the manager has pressed a button; what a server or
 * a network does wrong never takes away a token that is still good.
 */
export function createEntraSession({ settings, source, dialog, learn, onManager, mark, now }: EntraSessionDeps): Session {
  let kept: Kept | null = null
  let manager: Manager | null = null
  let nested = false
  let wanted: string | null = null
  let refusal: { error: SignInRefused; at: number } | null = null
  let trouble: SessionFacts['trouble'] = null
  let underWay: Promise<void> | null = null
  const good = (margin: number, refused?: string | null) => kept !== null && kept.expiresAt - now() > margin && (refused == null || kept.accessToken !== refused)

  function take(got: GotToken, way: Kept['way']) {
    const tenant = tenantOf(settings)
    if (tenant && got.tenant && got.tenant.toLowerCase() !== tenant) throw new SignInRefused('other-organisation', { account: got.account })
    const another = kept?.account !== got.account
    kept = { ...got, way, gotAt: now() }
    wanted = refusal = trouble = null
    mark.clear()
    if (manager && !another) return
    manager = null
    // Whoever is not let in hears of it from their own question.
    void learn().then((found) => { manager = found; onManager?.() }, () => undefined)
  }

  async function quietly({ refused, claims }: SignInOptions) {
    if (claims) wanted = claims
    const wish: TokenWish = { claims: wanted, afresh: refused != null }
    try {
      const tokens = await source()
      nested = tokens.nested
      take(await tokens.silent(wish), 'silent')
    } catch (error) {
      if (!(error instanceof TokenFailure)) throw error
      if (error.trouble === 'unreachable') {
        if (good(0, refused)) return
        throw new NoConnectionError(error.code, { cause: error })
      }
      throw new SignInRefused(error.trouble === 'interaction' && wanted ? 'confirm' : reasons[error.trouble], { code: error.code })
    }
  }

  async function inWindows(anotherWay: boolean) {
    const tokens = await source()
    nested = tokens.nested
    const wish: TokenWish = { claims: wanted, choose: anotherWay }
    // The mail client's own window knows the account; where it has none, its dialog is the surer one and a plain window the other way.
    if (nested !== anotherWay) {
      try { return take(await tokens.popup(wish), 'popup') } catch (error) {
        if (anotherWay || !(error instanceof TokenFailure) || error.trouble !== 'blocked') throw error
      }
    }
    take(await dialog(wish), 'dialog')
  }

  async function byHand(anotherWay: boolean) {
    try { await inWindows(anotherWay) } catch (error) {
      if (!(error instanceof TokenFailure)) throw error
      if (error.trouble === 'unreachable') throw new NoConnectionError(error.code, { cause: error })
      throw new SignInRefused(reasons[error.trouble], { code: error.code })
    }
  }

  async function acquire(options: SignInOptions) {
    try {
      await (options.by ? byHand(options.by === 'another-way') : quietly(options))
    } catch (error) {
      if (error instanceof SignInRefused) {
        refusal = { error, at: now() }
        trouble = { code: error.code || error.reason, at: now() }
      }
      throw error
    }
  }

  return {
    token: () => kept?.accessToken ?? null,
    manager: () => manager,
    async signIn(options = {}) {
      const { by, claims, refused } = options
      if (underWay && !by && !claims) return underWay
      while (underWay) await underWay.catch(() => undefined)
      if (!by && mark.stands()) throw new SignInRefused('signed-out')
      if (!by && !claims && good(renewBefore, refused)) return
      if (!by && !claims && refusal && now() - refusal.at < believeRefusal && !good(0, refused)) throw refusal.error
      underWay = acquire(options).finally(() => { underWay = null })
      return underWay
    },
    async signOut() {
      mark.set()
      kept = manager = null
      await source().then((tokens) => tokens.forget()).catch(() => undefined)
    },
    facts: () => ({ kind: 'entra', account: kept?.account ?? '', way: kept?.way ?? null, gotAt: kept?.gotAt ?? null, expiresAt: kept?.expiresAt ?? null, hostOwnsAccount: nested, trouble }),
  }
}

/** The one tenant that the authority's address names; null when it leaves that open (`organizations`, `common`). */
export function tenantOf({ authority }: Pick<EntraSettings, 'authority'>): string | null {
  const last = authority.replace(/\/+$/, '').split('/').at(-1) ?? ''
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(last) ? last.toLowerCase() : null
}
