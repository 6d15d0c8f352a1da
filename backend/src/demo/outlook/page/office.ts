import { createOfficeStandIn } from './office-stand-in'

// Served in place of Microsoft's office.js to the frame of the demo page; both are of one origin.
function hostAround() {
  try { return window.parent === window ? null : window.parent.outlookStandIn ?? null } catch { return null }
}
const host = hostAround()
Object.assign(window, { Office: createOfficeStandIn(host) })

// "No connection" of the demo page: what the pane sends is lost on the way.
void Promise.resolve(host).then((found) => {
  if (!found) return
  const send = window.fetch.bind(window)
  window.fetch = (...args) => (found.offline() ? Promise.reject(new TypeError('Failed to fetch')) : send(...args))
  found.on('online', () => window.dispatchEvent(new Event('online')))
})
