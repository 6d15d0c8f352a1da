import { createPublicKey, type JsonWebKey, verify } from 'node:crypto'
import http from 'node:http'
import { lookUp } from './floor-answers'
import type { Floor } from './floor-sql'

export interface CardSettings { jwk: JsonWebKey; gmailRoot: string }
interface GmailEvent { authorizationEventObject: { userOAuthToken: string; userIdToken: string }; gmail: { messageId: string; accessToken: string } }

/** The card of an opened message: both tokens' signatures checked, the headers asked of Gmail, the same lookup, a card of the same widgets. */
export function createCardFloor(floor: Floor, { jwk, gmailRoot }: CardSettings) {
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  const agent = new http.Agent({ keepAlive: true })
  const isRight = (token: string) => {
    const [head, body, signature] = token.split('.') as [string, string, string]
    return verify('RSA-SHA256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url')) && (JSON.parse(Buffer.from(body, 'base64url').toString()) as { exp: number }).exp > Date.now() / 1_000
  }
  const headersOf = ({ authorizationEventObject: { userOAuthToken }, gmail: { messageId, accessToken } }: GmailEvent) => new Promise<Map<string, string>>((resolve, reject) => {
    http.get(`${gmailRoot}/gmail/v1/users/me/messages/${messageId}?format=metadata`, { agent, headers: { authorization: `Bearer ${userOAuthToken}`, 'x-goog-gmail-access-token': accessToken } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => { text += part }).on('error', reject)
      response.on('end', () => resolve(new Map((JSON.parse(text) as { payload: { headers: { name: string; value: string }[] } }).payload.headers.map(({ name, value }) => [name.toLowerCase(), value]))))
    }).on('error', reject)
  })
  return async (authorization: string, event: GmailEvent, now: number): Promise<object | null> => {
    if (!isRight(authorization.slice('Bearer '.length)) || !isRight(event.authorizationEventObject.userIdToken)) return null
    const headers = await headersOf(event)
    const from = headers.get('from') ?? ''
    const address = /<(.+)>/.exec(from)?.[1] ?? from
    const found = lookUp(floor, {
      messageId: headers.get('message-id') ?? '<>', conversationId: '', subject: headers.get('subject') ?? '', sentAt: headers.get('date') ?? '', from: { name: '', address }, to: [],
    }, now)
    return cardOf(found)
  }
}

const button = (text: string) => ({ text, onClick: { action: { function: 'https://counterpane.example/gmail/action', parameters: [{ key: 'action', value: text }], loadIndicator: 'SPINNER' } } })
const line = (topLabel: string, text: unknown, bottomLabel: unknown) => ({ decoratedText: { topLabel, text: String(text), bottomLabel: String(bottomLabel), wrapText: true } })

function cardOf({ match, lastContact, nextContact, openTasks, history }: ReturnType<typeof lookUp>) {
  const near = [nextContact && line('Next', nextContact.subject, nextContact.startsAt), lastContact && line('Last', lastContact.subject, lastContact.startsAt)].filter((widget) => widget !== null)
  return { action: { navigations: [{ pushCard: {
    name: 'message', header: { title: match.person.name, subtitle: `${match.person.position} · ${match.counterparty.name}` },
    sections: [
      { widgets: [line('Why', match.reason, match.counterparty.manager?.name), { buttonList: { buttons: [button('Register'), button('Another client')] } }] },
      { widgets: near },
      { header: 'Tasks', widgets: openTasks.slice(0, 3).map((task) => ({ ...line(String(task.dueAt), task.title, task.manager.name), button: button('Done') })) },
      { header: 'History', collapsible: true, widgets: history.items.slice(0, 5).map((item) => line(String(item.startsAt), item.subject, item.manager?.name)) },
    ],
    fixedFooter: { primaryButton: button('Register'), secondaryButton: button('New task') },
  } }] } }
}
