import type { StandInHost } from './stand-in-host'

type Done<T> = (result: Office.AsyncResult<T>) => void

const failures: Record<string, string> = { 5000: 'OperationNotSupported', 9018: 'InternalServerError', 9020: 'GenericResponseError' }
const failed = <T>(code: number, name: string, message: string) => ({ status: 'failed', value: undefined, error: { code, name, message }, asyncContext: undefined, diagnostics: undefined }) as unknown as Office.AsyncResult<T>
const succeeded = <T>(value: T) => ({ status: 'succeeded', value, error: null, asyncContext: undefined, diagnostics: undefined }) as unknown as Office.AsyncResult<T>

/** The callback stands last in every call of Office.js; options may stand before it, or nothing at all. */
export const doneOf = <T>(rest: readonly unknown[]) => rest.findLast((one) => typeof one === 'function') as Done<T> | undefined

/** How questions are answered: a moment later, or with the failure that is set. */
export function officeAnswers(host: () => StandInHost) {
  const refuse = <T>(done: Done<T> | undefined, code: number, name: string, message = name) => { setTimeout(() => done?.(failed<T>(code, name, message)), 0) }
  const give = <T>(done: Done<T> | undefined, value: T) => { setTimeout(() => done?.(succeeded(value)), 0) }
  return {
    give, refuse,
    /** A question about an item: fails when the failure of the switches says so. */
    ask<T>(done: Done<T> | undefined, value: () => T) {
      const { failure } = host().switches()
      if (failure !== 'none') return refuse(done, Number(failure), failures[failure] ?? failure)
      give(done, value())
    },
    later<T>(done: Done<T> | undefined, value: Promise<T>) { value.then((found) => give(done, found), (error: unknown) => refuse(done, 9020, 'GenericResponseError', String(error))) },
  }
}
export type OfficeAnswers = ReturnType<typeof officeAnswers>

const numberOf = (set: string | number) => Number(String(set).split('.')[1] ?? 0)
export const isPhone = (host: StandInHost) => /^Outlook(IOS|Android)$/.test(host.switches().host)
export const hasRequirementSet = (host: StandInHost, set: string | number) => numberOf(set) <= (isPhone(host) ? 5 : numberOf(host.switches().set))

/** Members above the set of this host are not there, as in an older Outlook. */
export function upToSet<T extends object>(host: StandInHost, whole: T, since: Partial<Record<keyof T, string>>): T {
  for (const [name, set] of Object.entries(since) as [keyof T, string][]) if (!hasRequirementSet(host, set)) delete whole[name]
  return whole
}
