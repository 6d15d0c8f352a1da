import type { SenderDecisionBody } from '@counterpane/shared/contract/unrecognised'
import type { Locale } from '@counterpane/shared/domain/codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import { unrecognisedTexts } from '@counterpane/shared/text/unrecognised-journal'
import type { Tx } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { lastDecider, standingOf } from './sender-decisions.repository'
import { anyToFile } from './sender-filing.repository'
import type { SeenSender, Viewer } from './unrecognised.types'

interface Situation { addressKeys: readonly string[]; viewer: Viewer }

/** The organisation's list is a lead's to write; one's own is everybody's. */
export function mayDecide(body: SenderDecisionBody, { role }: Caller): void {
  if (body.decision === 'never-register' && body.whose === 'organisation' && role === 'manager') throw new AppError('forbidden')
}

/** Why a decision cannot be made as it was meant: somebody was first. Asked in the unit of work that makes it. */
export function createRefusals() {
  const words = (locale: Locale) => unrecognisedTexts[locale].refused
  const refuse = (detail: string) => new AppError('conflict', { detail })

  async function find(tx: Tx, sender: SeenSender, { addressKeys, viewer: { caller, locale } }: Situation): Promise<AppError | null> {
    const standing = await standingOf(tx, sender, caller.id)
    const first = standing.find(({ key }) => key !== sender.seen)
    const decider = first || standing.length === 0 ? await lastDecider(tx, sender) : null
    if (decider?.note.going) return refuse(words(locale).filed(decider.name, decider.note.counterparty?.name ?? ''))
    if (first) return refuse(decider?.note.key === first.key ? words(locale).standing(decider.name, words(locale).as[first.decision] ?? '') : words(locale).decided)
    if (sender.seen && standing.length === 0) return refuse(words(locale).takenBack)
    if (await anyToFile(tx, addressKeys)) return null
    return refuse(decider ? words(locale).filed(decider.name, decider.note.counterparty?.name ?? '') : words(locale).nothingLeft)
  }
  return {
    words, find,
    /** A client is not named for what is never registered: first it is taken off that list. */
    async client(tx: Tx, sender: SeenSender, situation: Situation): Promise<void> {
      const { caller, locale } = situation.viewer
      const blocked = (await standingOf(tx, sender, caller.id)).some(({ key, decision }) => decision === 'never-register' && key === sender.seen)
      const refusal = blocked ? refuse(words(locale).offTheList) : await find(tx, sender, situation)
      if (refusal) throw refusal
    },
  }
}
