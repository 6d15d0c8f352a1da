import type { Contact } from '@counterpane/shared/contract/contact'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { withContact, withoutContact, withTask } from '../../app/client-changes'
import { toFailure } from '../../app/failure'
import type { PaneApi } from '../../app/pane-api'
import { type ClientView, type MessageView, type Plan, type RegisterChoice, shownClient } from '../../app/pane-state'
import type { PaneStore } from '../../app/pane-store'
import { sendable } from '../../app/sendable'
import { type Mailbox, MailboxError, type MessageText } from '../../mailbox/mailbox'
import type { Outbox } from './outbox'

type Body = BodyOf<'registerMessage'>
interface Deps {
  store: PaneStore; api: PaneApi; mailbox: Mailbox; outbox: Outbox; me: () => { id: string; name: string } | null; now: () => Date
  onOtherMessage: () => void
  /** Sees to the bytes of the files that are to be kept; nobody waits for it. */
  keepFiles?: (key: string, contact: Contact) => void
}
/** The longest name of a file, or of its kind, that the API takes. */
const longestName = 1_000

/** Walk of the Register button: the open message is compared, its text read, compared again, sent; or kept for later when there is no connection. */
export function createRegistering({ store, api, mailbox, outbox, me, now, onOtherMessage, keepFiles }: Deps) {
  const isOpen = (key: string) => mailbox.openMessage()?.key === key

  async function textOf(key: string, visibility: Body['visibility']): Promise<MessageText> {
    if (visibility === 'subject' || visibility === 'fact') return { text: null, html: null }
    try {
      return await mailbox.readText(key)
    } catch (error) {
      if (error instanceof MailboxError && error.code === 'other-message') throw error
      store.patchView(key, { textMissing: true })
      return { text: null, html: null }
    }
  }

  function body({ message, chosen, mailbox: lyingIn }: MessageView, text: MessageText, choice: RegisterChoice): Body {
    const { snapshot, attachments, itemId } = message
    const byHand = chosen && { counterpartyId: chosen.match.counterparty?.id ?? null, ...(chosen.match.person && { personIds: [chosen.match.person.id] }) }
    const facts = attachments.map(({ name, contentType, size }) => ({ name: name.slice(0, longestName), contentType: contentType.slice(0, longestName), size }))
    return sendable({ message: { ...snapshot, ...text, attachments: facts, itemId }, ...byHand, ...choice, ...(lyingIn && { mailbox: lyingIn }), client: 'outlook' as const })
  }

  async function register(key: string, choice: RegisterChoice = {}) {
    const view = store.view(key)
    if (!view || view.work === 'registering') return
    if (!isOpen(key)) return onOtherMessage()
    store.patchView(key, { work: 'registering', workFailure: null, textMissing: false })
    let order: Body | null = null
    try {
      order = body(view, await textOf(key, choice.visibility), choice)
      if (!isOpen(key)) throw new MailboxError('other-message')
      const { contact, created } = await api('registerMessage', { body: order })
      registered(key, contact, created)
    } catch (error) {
      if (error instanceof MailboxError) {
        store.patchView(key, { work: 'idle' })
        return onOtherMessage()
      }
      const failure = toFailure(error)
      const kept = failure.kind === 'offline' && order !== null && outbox.keep(key, order)
      store.patchView(key, kept ? { work: 'kept' } : { work: 'idle', workFailure: failure, retry: choice })
    }
  }

  /** Also called when an order from the outbox has arrived. */
  function registered(key: string, contact: Contact, created: boolean) {
    const view = store.view(key)
    const self = me()
    store.forgetClients([contact.counterparty?.id], key)
    if (!view) return
    const by = contact.registeredBy ?? self ?? { id: '', name: '' }
    const registration = { contactId: contact.id, by, at: contact.createdAt, counterparty: contact.counterparty, canUndo: by.id === self?.id }
    store.patchView(key, { work: 'idle', answer: view.answer && { ...view.answer, registered: registration } })
    patchClient(key, (client) => (sameClient(client, contact) ? withContact(client, contact, now()) : client))
    if (view.message.attachments.length > 0) keepFiles?.(key, contact)
    if (created) store.patchView(key, { followUp: { contact, plans: plansOf(shownClient(view), contact), askNext: true } })
  }

  function patchClient(key: string, change: (client: ClientView) => ClientView) {
    const view = store.view(key)
    if (view?.chosen) store.patchView(key, { chosen: change(view.chosen) })
    else if (view?.answer) store.patchView(key, { answer: { ...view.answer, ...change(view.answer) } })
  }

  async function undo(key: string) {
    const contactId = store.view(key)?.answer?.registered?.contactId
    if (contactId === undefined) return
    await api('undoContact', { id: contactId })
    const answer = store.view(key)?.answer
    store.patchView(key, { followUp: null, planned: null, textMissing: false, filesWork: null, answer: answer ? { ...answer, registered: null } : null })
    patchClient(key, (client) => withoutContact(client, contactId, now()))
    forgetShown(key)
  }

  /** Another client for what is registered already. The version is the newest one: the choice is about the client alone. */
  async function changeClient(key: string, counterpartyId: string): Promise<Contact | null> {
    const view = store.view(key)
    const registration = view?.answer?.registered
    if (!view?.answer || !registration) return null
    if (!isOpen(key)) {
      onOtherMessage()
      return null
    }
    const { etag } = await api('getContact', { id: registration.contactId })
    const contact = await api('patchContact', { id: registration.contactId, ifMatch: etag, body: { counterpartyId, personIds: [] } })
    const answer = store.view(key)?.answer ?? view.answer
    store.patchView(key, { answer: { ...answer, registered: { ...registration, counterparty: contact.counterparty } } })
    patchClient(key, (client) => (sameClient(client, contact) ? withContact(client, contact, now()) : withoutContact(client, contact.id, now())))
    store.forgetClients([contact.counterparty?.id, view.answer.match.counterparty?.id], key)
    return contact
  }

  async function closePlan(key: string, plan: Plan) {
    if (plan.kind === 'task') {
      const task = await api('patchTask', { id: plan.task.id, body: { done: true } })
      patchClient(key, (client) => withTask(client, task))
    } else {
      const contact = await api('recordOutcome', { id: plan.contact.id, body: { outcome: 'held' } })
      patchClient(key, (client) => withContact(client, contact, now()))
    }
    forgetShown(key)
    answerPlan(key)
  }

  function answerPlan(key: string) {
    const followUp = store.view(key)?.followUp
    if (followUp) store.patchView(key, { followUp: { ...followUp, plans: followUp.plans.slice(1) } })
  }

  async function planNext(key: string, step: BodyOf<'planNext'>): Promise<Contact | null> {
    const followUp = store.view(key)?.followUp
    if (!followUp) return null
    const contact = await api('planNext', { id: followUp.contact.id, body: step })
    patchClient(key, (client) => (sameClient(client, contact) ? withContact(client, contact, now()) : client))
    store.patchView(key, { followUp: null, planned: contact })
    forgetShown(key)
    return contact
  }

  /** A failure of something else that belongs to this message; nothing is repeated by itself. */
  const fail = (key: string, error: unknown) => store.patchView(key, { workFailure: toFailure(error), retry: null })

  const forgetShown = (key: string) => {
    const view = store.view(key)
    if (view) store.forgetClients([shownClient(view)?.match.counterparty?.id], key)
  }

  return { register, registered, undo, changeClient, closePlan, keepPlan: answerPlan, planNext, patchClient, forgetShown, fail, endFollowUp: (key: string) => store.patchView(key, { followUp: null, planned: null }) }
}
export type Registering = ReturnType<typeof createRegistering>

const sameClient = (client: ClientView, contact: Contact) => contact.counterparty !== null && client.match.counterparty?.id === contact.counterparty.id

function plansOf(client: ClientView | null, contact: Contact): Plan[] {
  if (!client || !sameClient(client, contact)) return []
  const task = client.openTasks.find((known) => known.kind === 'task')
  return [
    ...(client.nextContact && client.nextContact.id !== contact.id ? [{ kind: 'contact' as const, contact: client.nextContact }] : []),
    ...(task ? [{ kind: 'task' as const, task }] : []),
  ]
}
