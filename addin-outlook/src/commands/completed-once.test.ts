import { completedOnce } from './completed-once'

function run(work: () => Promise<void>) {
  let completed = 0
  completedOnce({ completed: () => { completed++ } }, work)
  return () => completed
}
const settled = () => new Promise((resolve) => { setTimeout(resolve, 5) })

it.each<[string, () => Promise<void>]>([
  ['ends well', () => Promise.resolve()], ['fails', () => Promise.reject(new Error('no'))], ['throws at once', () => { throw new Error('no') }],
])('a function that %s is completed once', async (_, work) => {
  const completed = run(work)
  await settled()
  expect(completed()).toBe(1)
})

it('a function that never ends is completed within Outlook’s limit, and not again when it ends after all', async () => {
  jest.useFakeTimers()
  let end = () => undefined as void
  const completed = run(() => new Promise<void>((resolve) => { end = resolve }))
  await jest.advanceTimersByTimeAsync(119_000)
  expect(completed()).toBe(0)
  await jest.advanceTimersByTimeAsync(2_000)
  expect(completed()).toBe(1)
  end()
  await jest.advanceTimersByTimeAsync(1_000)
  expect(completed()).toBe(1)
  jest.useRealTimers()
})
