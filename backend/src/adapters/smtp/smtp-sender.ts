import { createTransport } from 'nodemailer'
import type { MailSender } from '../../ports/mail-sender'
import { mailFailureOf } from './smtp-failures'
import { readSmtpUrl } from './smtp-server-address'

export interface SmtpSettings { url: string; from: string; patienceMs?: number }

/** Letters by the organisation's mail server: a few connections, kept open while there is something to send. */
export function createSmtpSender({ url, from, patienceMs = 20_000 }: SmtpSettings): MailSender {
  const server = readSmtpUrl(url)
  const transport = createTransport({
    pool: true, maxConnections: 2, maxMessages: 100, host: server.host, port: server.port, secure: server.secure, auth: server.auth,
    // A password never travels in clear text beyond this machine.
    requireTLS: !server.secure && server.auth !== undefined && !server.isLoopback,
    connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs, dnsTimeout: patienceMs, disableFileAccess: true, disableUrlAccess: true,
  })
  const domain = /@([a-z0-9.-]+)/i.exec(from)?.[1] ?? 'localhost'
  return {
    async send({ id, to, subject, html, text, headers = {} }) {
      try {
        await transport.sendMail({ from, to, subject, html, text, headers, ...(id !== undefined && { messageId: `<${id.replace(/[^\w.-]/g, '_')}@${domain}>` }) })
      } catch (error) {
        throw mailFailureOf(error, server)
      }
    },
    close: () => transport.close(),
  }
}
