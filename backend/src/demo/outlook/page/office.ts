import { createOfficeStandIn } from './office-stand-in'
import type { StandInPage } from './stand-in-host'

// Served in place of Microsoft's office.js to the frames of the demo page, and to the dialogs that they open; all of one origin.
function pageAround(): StandInPage | null {
  for (const around of [() => window.parent, () => (window.opener as Window | null)?.parent]) {
    try {
      const found = around()
      if (found && found !== window && found.outlookStandIn) return found.outlookStandIn
    } catch { /* another origin is no stand-in */ }
  }
  return null
}
const page = pageAround()
const host = page?.connect(window) ?? null

// Browsers that keep frames apart, or keep nothing for them at all, throw as soon as the store is named.
if (page?.switches().storage === 'throws') {
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, { get: () => { throw new DOMException('Access is denied for this document.', 'SecurityError') } })
  }
}
Object.assign(window, { Office: createOfficeStandIn(host) })

// "No connection" of the demo page: what the pane sends is lost on the way.
void Promise.resolve(host).then((found) => {
  if (!found) return
  const send = window.fetch.bind(window)
  window.fetch = (...args) => (found.offline() ? Promise.reject(new TypeError('Failed to fetch')) : send(...args))
  const sendRequest = XMLHttpRequest.prototype.send
  XMLHttpRequest.prototype.send = function lostOnTheWay(this: XMLHttpRequest, body) {
    if (!found.offline()) return sendRequest.call(this, body)
    setTimeout(() => this.dispatchEvent(new ProgressEvent('error')), 0)
  }
  found.on('online', () => window.dispatchEvent(new Event('online')))
})
