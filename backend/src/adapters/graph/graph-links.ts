/** Whether a link of an answer stays in the configured house: the same origin and below the same path. The token follows nowhere else. */
export function createLinkCheck(baseUrl: string) {
  const base = new URL(baseUrl)
  const below = `${base.pathname.replace(/\/+$/, '')}/`
  return (link: string): boolean => {
    if (!URL.canParse(link)) return false
    const url = new URL(link)
    return url.origin === base.origin && url.username === '' && url.password === '' && url.pathname.startsWith(below)
  }
}
