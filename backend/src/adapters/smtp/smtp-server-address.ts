/** Where letters are given, as SMTP_URL says it. */
export interface SmtpServerAddress { host: string; port: number; secure: boolean; auth: { user: string; pass: string } | undefined; isLoopback: boolean }

/** `smtps:` is TLS from the first byte; `smtp:` begins in clear and turns to TLS when the server offers it. */
export function readSmtpUrl(url: string): SmtpServerAddress {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const host = hostname.replace(/^\[|\]$/g, '')
  return {
    host, port: port === '' ? (secure ? 465 : 587) : Number(port), secure, isLoopback: /^(localhost|127(\.\d+){3}|::1)$/i.test(host),
    auth: username === '' ? undefined : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  }
}
