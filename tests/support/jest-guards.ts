// For every test file: an unexpected console.error fails the test, and so does any call that would leave this machine.
// A test that expects an error message spies on console.error itself.
import { guardNetwork, takeRefusedCalls } from './network-guard'

guardNetwork()

let errors: string[] = []
const original = console.error

beforeEach(() => {
  errors = []
  console.error = (...words: unknown[]) => { errors.push(words.map((word) => (word instanceof Error ? word.stack ?? word.message : String(word))).join(' ')) }
})

afterEach(() => {
  console.error = original
  const refused = takeRefusedCalls()
  if (errors.length) throw new Error(`console.error was called:\n${errors.join('\n')}`)
  if (refused.length) throw new Error(`calls beyond loopback were made: ${refused.join(', ')}`)
})
