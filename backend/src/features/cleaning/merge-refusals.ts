import { AppError, type Words } from '@counterpane/shared/errors/app-error'

const refusals = {
  itself: { en: 'A record can\'t be merged into itself.', ru: 'Запись нельзя объединить с самой собой.' },
  undone: { en: 'This merge has been taken apart already.', ru: 'Это объединение уже отменено.' },
} as const satisfies Record<string, Words>

export const refuseItself = () => new AppError('invalid-request', { words: refusals.itself, errors: [{ path: 'mergedId', message: refusals.itself.en }] })
export const refuseUndone = () => new AppError('conflict', { words: refusals.undone })
/** `name`: of the one that went away; `into`: of the one that stayed. */
export const refuseGone = (name: string, into: string) => new AppError('conflict', { words: { en: `"${name}" was merged into "${into}" already.`, ru: `«${name}» уже объединили с «${into}».` } })
export const refuseLater = (name: string, into: string) =>
  new AppError('conflict', { words: { en: `"${name}" itself was merged into "${into}" later. Undo that merge first.`, ru: `«${name}» позже объединили с «${into}». Сначала отмените то объединение.` } })
