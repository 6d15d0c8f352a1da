import { AppError, type Words } from '@counterpane/shared/errors/app-error'
import type { ErrorCode } from '@counterpane/shared/errors/catalogue'
import { parseAddress, type AddressKeys } from '@counterpane/shared/matching/address'
import { administrationProblems } from '@counterpane/shared/text/administration-problems'

/** In words, and beside the field that they speak of. */
export function refuse(code: ErrorCode, path: string, words: Words): never {
  throw new AppError(code, { words, errors: [{ path, message: words.en }] })
}

/** Addresses of one of us in the forms by which they are compared; each once. */
export function readAddresses(texts: readonly string[]): AddressKeys[] {
  const found = texts.map((text, i) => parseAddress(text) ?? refuse('invalid-request', `addresses.${i}`, administrationProblems.unreadableAddress))
  const again = found.findIndex(({ addressKey }, i) => found.findIndex((other) => other.addressKey === addressKey) < i)
  if (again >= 0) refuse('invalid-request', `addresses.${again}`, administrationProblems.addressTwice)
  return found
}
