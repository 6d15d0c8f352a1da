/** A browser without a screen: its cookies by origin, and redirects one at a time. */
export function createVisitor() {
  const jar = new Map<string, Map<string, string>>()
  const cookiesOf = (url: string) => {
    const origin = new URL(url).origin
    const own = jar.get(origin) ?? new Map<string, string>()
    jar.set(origin, own)
    return own
  }

  async function open(url: string, { form, json, headers }: { form?: Record<string, string>; json?: unknown; headers?: Record<string, string> } = {}): Promise<Response> {
    const cookies = cookiesOf(url)
    const body = form ? new URLSearchParams(form) : json === undefined ? undefined : JSON.stringify(json)
    const answer = await fetch(url, {
      redirect: 'manual', ...(body !== undefined && { method: 'POST', body }),
      headers: { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36', ...(json !== undefined && { 'content-type': 'application/json' }), cookie: [...cookies].map((pair) => pair.join('=')).join('; '), ...headers },
    })
    for (const written of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(written) ?? []
      if (value === '' || /max-age=0\b/i.test(written)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }

  /** A person at the provider's pages, called `login`, who agrees to everything: until the address that `stopAt` names. */
  async function walk(start: string, { login, stopAt }: { login: string; stopAt: string }): Promise<string> {
    let url = start
    for (let step = 0; step < 14 && !url.startsWith(stopAt); step += 1) {
      let answer = await open(url)
      if (answer.status === 200) {
        const page = await answer.text()
        const [action = '', prompt = ''] = [/<form[^>]*action="([^"]+)"/.exec(page)?.[1], /name="prompt" value="(\w+)"/.exec(page)?.[1]]
        answer = await open(new URL(action, url).href, { form: { prompt, login, password: 'any' } })
      }
      const location = answer.headers.get('location')
      if (!location) throw new Error(`the way ended at ${new URL(url).pathname} with HTTP ${answer.status}`)
      url = new URL(location, url).href
    }
    if (!url.startsWith(stopAt)) throw new Error('the provider sent nobody back')
    return url
  }
  return { open, walk, cookiesOf }
}
export type VisitorBrowser = ReturnType<typeof createVisitor>
