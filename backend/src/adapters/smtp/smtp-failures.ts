import { z } from 'zod'
import { MailFailure } from '../../ports/mail-sender'
import type { SmtpServerAddress } from './smtp-server-address'

const smtpError = z.object({ code: z.string().optional(), responseCode: z.number().optional(), response: z.string().optional() })

/** What went wrong as a sentence; what the server said of the letter is quoted, what it was told is not. */
export function mailFailureOf(error: unknown, { host, port, auth }: SmtpServerAddress): MailFailure {
  const { code = '', responseCode = 0, response = '' } = smtpError.safeParse(error).data ?? {}
  const said = quoted(response, auth)
  if (code === 'EAUTH' || code === 'ENOAUTH') return new MailFailure(`The mail server ${host} does not accept the name or the password that SMTP_URL gives`, false)
  if (code === 'ETLS') return new MailFailure(`No protected connection (TLS) to the mail server ${host}:${port} could be made`, false)
  if (responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')) return new MailFailure(`The mail server ${host} refuses the letter${said}`, true)
  if (responseCode >= 400) return new MailFailure(`The mail server ${host} does not take the letter now${said}`, false)
  if (code === 'EENVELOPE') return new MailFailure('The address of the recipient cannot be written to', true)
  return new MailFailure(`The mail server ${host}:${port} does not answer${code === '' ? '' : ` (${code})`}`, false)
}

function quoted(response: string, auth: SmtpServerAddress['auth']): string {
  const text = response.replace(/\s+/g, ' ').trim().slice(0, 200)
  const isTelling = auth !== undefined && auth.pass !== '' && text.includes(auth.pass)
  return text === '' || isTelling ? '' : `: ${text}`
}
