import fs, { type FileHandle } from 'node:fs/promises'

const handleSteps = ['writeFile', 'sync'] as const
const folderSteps = ['mkdir', 'rename'] as const

/** From the n-th writing step below `folder` on, the disk fails with that error: once, or until it is mended. Says which steps were taken; `mend` puts the disk back. */
export function failFrom(folder: string, { step, code, sticky }: { step: number; code: string; sticky: boolean }) {
  const steps: string[] = []
  const take = (name: string) => {
    steps.push(name)
    if (steps.length === step || (sticky && steps.length > step)) throw Object.assign(new Error(`${code}: by the test`), { code })
  }
  const concerns = (path: unknown) => typeof path === 'string' && path.startsWith(folder)
  const open = fs.open
  const spies = [
    ...folderSteps.map((name) => {
      const real = fs[name] as (...args: unknown[]) => Promise<unknown>
      return jest.spyOn(fs, name as 'rename').mockImplementation((async (...args: unknown[]) => {
        if (concerns(args[0])) take(name)
        return real(...args)
      }) as typeof fs.rename)
    }),
    jest.spyOn(fs, 'open').mockImplementation(async (...args) => {
      if (concerns(args[0])) take('open')
      const handle = await open(...args)
      return concerns(args[0]) ? failing(handle, take) : handle
    }),
  ]
  return { steps, mend: () => spies.forEach((spy) => spy.mockRestore()) }
}

function failing(handle: FileHandle, take: (name: string) => void): FileHandle {
  for (const name of handleSteps) {
    const real = (handle[name] as (...args: unknown[]) => Promise<void>).bind(handle)
    Object.assign(handle, { [name]: async (...args: unknown[]) => { take(name); return real(...args) } })
  }
  return handle
}
