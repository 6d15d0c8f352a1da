/** What the storm did by hand and on purpose: another client chosen while this email was open. */
export interface Deliberate { subject: string; words: string }
export interface Rest { subject: string; heading: string; client: string }
export interface StormOptions { seed: number; switches: number; restEvery: number; searches: string[] }

/**
 * Runs inside the mail client's page, since five hundred switches by remote control would take minutes: opens letters at random moments and presses what
 * happens to stand in the pane just then. Nothing of it may reach beyond this function: it is sent to the browser as text.
 */
export async function playStorm({ seed, switches, restEvery, searches }: StormOptions): Promise<{ deliberate: Deliberate[]; rests: Rest[]; pressed: Record<string, number> }> {
  let state = seed
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const upTo = (most: number) => Math.floor(random() * most)
  const wait = (ms: number) => new Promise<void>((resolve) => { setTimeout(resolve, ms) })
  const pane = () => document.querySelector<HTMLIFrameElement>('#pane')?.contentDocument ?? document
  const rows = () => [...document.querySelectorAll<HTMLElement>('#messages [role=option]')]
  const openSubject = () => document.querySelector<HTMLElement>('#messages [role=option][aria-selected=true]')?.dataset.subject ?? ''
  const named = (pattern: RegExp, within = 'main') => [...pane().querySelectorAll<HTMLElement>(`${within} button, ${within} [role=menuitem]`)].find((one) => pattern.test(one.getAttribute('aria-label') ?? one.textContent ?? ''))
  const deliberate: Deliberate[] = []
  const rests: Rest[] = []
  const pressed: Record<string, number> = {}

  function press(what: string, target: HTMLElement | undefined): boolean {
    if (!target) return false
    pressed[what] = (pressed[what] ?? 0) + 1
    target.click()
    return true
  }
  function register(): boolean {
    const button = named(/^Register( for .*)?$/)
    const label = button?.textContent ?? ''
    if (label.startsWith('Register for ')) deliberate.push({ subject: openSubject(), words: label })
    return press('register', button)
  }
  async function anotherClient() {
    if (!press('another', named(/^Another client$/))) {
      press('menu', named(/^Other ways to register$/))
      await wait(upTo(300))
      if (!press('another', named(/^Another client…$/))) return
    }
    await wait(upTo(300))
    const input = pane().querySelector<HTMLInputElement>('form [role=combobox]')
    if (!input) return
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value')?.set?.call(input, searches[upTo(searches.length)])
    input.dispatchEvent(new Event('input', { bubbles: true }))
    for (let step = 0; step < 12; step++) {
      await wait(upTo(150))
      const option = pane().querySelector<HTMLElement>('form [role=option]')
      if (!option) continue
      deliberate.push({ subject: openSubject(), words: option.textContent ?? '' })
      press('chosen', option)
      return
    }
  }
  const participant = () => {
    const people = [...pane().querySelectorAll<HTMLElement>('main section button[aria-pressed]')].filter((one) => one.querySelector('span'))
    press('participant', people[upTo(people.length)])
  }

  let other: Promise<void> | null = null
  for (let at = 1; at <= switches; at++) {
    const list = rows()
    list[upTo(list.length)]?.click()
    await wait(upTo(4) === 0 ? 0 : upTo(90))
    const lot = random()
    if (lot < 0.35) {
      // Half of those who press wait for a moment; the others are gone before the text is read.
      if (register() && random() < 0.5) await wait(150 + upTo(250))
    } else if (lot < 0.45) press('undo', named(/^Undo$/))
    else if (lot < 0.55) participant()
    else if (lot < 0.6) press('keep', named(/^(Keep|Not now)$/))
    else if (lot < 0.8) other ??= anotherClient().finally(() => { other = null })
    // Now and then somebody stays with what was begun; mostly the next letter comes too soon.
    if (other && random() < 0.25) await other
    if (at % restEvery !== 0) continue
    await other
    await wait(1_800)
    press('back', named(/^Back to the sender$/))
    await wait(100)
    rests.push({ subject: openSubject(), heading: pane().querySelector('main h1')?.textContent ?? '', client: pane().querySelector('main header a')?.textContent ?? '' })
  }
  return { deliberate, rests, pressed }
}
