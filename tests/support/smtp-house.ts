import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export interface ArrivedLetter { to: string[]; letter: Email; raw: string }

/** A mail server on this machine that keeps what it is given. */
export async function startSmtpHouse() {
  const arrived: ArrivedLetter[] = []
  const rules = { refused: new Set<string>(), later: new Set<string>(), password: null as string | null, hangs: false }
  const server = new SMTPServer({
    authOptional: true, hideSTARTTLS: true, allowInsecureAuth: true, logger: false, disableReverseLookup: true,
    onAuth(auth, _session, callback) {
      if (auth.password === rules.password) callback(null, { user: 'crm' })
      else callback(new Error('no such user'))
    },
    onRcptTo({ address }, _session, callback) {
      const failure = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode })
      if (rules.hangs) return
      if (rules.refused.has(address)) callback(failure(550, 'No such mailbox here'))
      else if (rules.later.has(address)) callback(failure(451, 'Try again later'))
      else callback()
    },
    onData(stream, session, callback) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const raw = Buffer.concat(pieces)
        PostalMime.parse(raw).then((letter) => {
          arrived.push({ to: session.envelope.rcptTo.map(({ address }) => address), letter, raw: raw.toString('latin1') })
          callback()
        }, callback)
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', () => resolve()) })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`, port, arrived, rules,
    close: () => new Promise<void>((resolve) => { server.close(() => resolve()) }),
  }
}
export type SmtpHouse = Awaited<ReturnType<typeof startSmtpHouse>>
