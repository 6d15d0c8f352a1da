import type { Command, StandInHost } from './stand-in-host'

/** One run of a function of the add-in's: how often it said that it was done, and whether a letter may go. */
export interface Run { name: string; completed: number; allowEvent: boolean | null; late: boolean }
interface Deps { hostFor: (frame: Window, host: StandInHost) => void; here: () => StandInHost; onRun: (run: Run) => void }

/** A page that stays silent must not keep a letter for ever; Outlook itself waits five minutes. */
const limitMs = 30_000
/** How long a frame lives after it is done: a second "done" is to be seen. */
const afterMs = 400

/** Runs functions of the add-in's commands page in a hidden frame, as a ribbon button or an event does. The item is the one that is open when it starts. */
export function createCommandRuns({ hostFor, here, onRun }: Deps) {
  return function run(name: string): Promise<Run> {
    const frame = document.createElement('iframe')
    frame.hidden = true
    frame.title = name
    const state: Run = { name, completed: 0, allowEvent: null, late: false }
    const host = here()
    const standing = host.standing()
    document.body.append(frame)
    return new Promise((resolve) => {
      const end = (late: boolean) => {
        clearTimeout(timer)
        state.late = late
        onRun(state)
        resolve(state)
        setTimeout(() => { frame.remove(); onRun(state) }, afterMs)
      }
      const timer = setTimeout(() => end(true), limitMs)
      const event = {
        source: { id: name },
        completed(options?: { allowEvent?: boolean }) {
          state.completed++
          state.allowEvent = options?.allowEvent ?? null
          if (state.completed === 1 && !state.late) end(false)
        },
      }
      const associate = (known: string, command: Command) => { if (known === name) command(event) }
      if (frame.contentWindow) hostFor(frame.contentWindow, { ...host, standing: () => standing, selected: () => [], associate, on: () => () => undefined })
      frame.src = '/outlook/commands.html?host=demo'
    })
  }
}
