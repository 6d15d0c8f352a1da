/** One JSON request without session, answer or hope. XMLHttpRequest, because it is what the engine of classic Outlook has beside a fetch that fails there (office-js 5907). */
export function postJson(url: string, body: object, timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const timer = setTimeout(() => { request.abort(); resolve() }, timeoutMs)
    const end = () => { clearTimeout(timer); resolve() }
    request.onload = end
    request.onerror = end
    request.onabort = end
    request.open('POST', url, true)
    request.setRequestHeader('Content-Type', 'application/json')
    request.send(JSON.stringify(body))
  })
}
