import helmet from 'helmet'
import type { RequestHandler } from 'express'

const outlookHosts = ['https://outlook.office.com', 'https://outlook.office365.com', 'https://outlook.cloud.microsoft', 'https://outlook.live.com']
const officeScripts = ['https://appsforoffice.microsoft.com', 'https://ajax.aspnetcdn.com']

const common = {
  crossOriginOpenerPolicy: false, // dialogs of the mail clients must reach their opener
  crossOriginResourcePolicy: false, strictTransportSecurity: false, // TLS is the proxy's work
} as const
const directives = { defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'], fontSrc: ["'self'", 'data:'], connectSrc: ["'self'"], baseUri: ["'none'"], formAction: ["'self'"], upgradeInsecureRequests: null }

/** Pages of our own: nobody may frame them. Fluent writes its styles at run time, hence 'unsafe-inline' for styles alone. */
export const pageHeaders = (): RequestHandler => helmet({ ...common, contentSecurityPolicy: { useDefaults: false, directives: { ...directives, frameAncestors: ["'none'"], frameSrc: ["'self'"] } } })

/**
 * The pane stands inside Outlook, so only Outlook's hosts (and our own demo) may frame it. `signInOrigin` is where its tokens come from, when it signs
 * in with an identity provider. No opener policy: dialogs and windows of signing in speak to the pane (outlook-and-graph 6).
 */
export const paneHeaders = ({ signInOrigin }: { signInOrigin?: string | undefined } = {}): RequestHandler => {
  const own = ["'self'", ...(signInOrigin ? [signInOrigin] : [])]
  return helmet({
    ...common, xFrameOptions: false,
    contentSecurityPolicy: { useDefaults: false, directives: { ...directives, scriptSrc: ["'self'", ...officeScripts], connectSrc: own, frameSrc: own, formAction: own, frameAncestors: ["'self'", ...outlookHosts] } },
  })
}

/** What every answer of the API carries: no page, kept nowhere, framed by nobody. Plain headers, since helmet's dozen steps cost more than the answer's words. */
const apiHeaderLines = Object.entries({
  'Cache-Control': 'no-store', 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'", 'X-Content-Type-Options': 'nosniff', 'X-Frame-Options': 'DENY', 'Referrer-Policy': 'no-referrer',
})

export const apiHeaders = (): RequestHandler => (_request, response, next) => {
  for (const [name, value] of apiHeaderLines) response.setHeader(name, value)
  next()
}
