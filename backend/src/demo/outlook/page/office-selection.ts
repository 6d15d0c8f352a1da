import type { DemoItem } from '../demo-item'
import { doneOf, hasRequirementSet, type OfficeAnswers, upToSet } from './office-answers'
import { slowMs, toStandInItem } from './office-item'
import type { StandInHost } from './stand-in-host'

type Selection = Pick<Office.Mailbox, 'getSelectedItemsAsync' | 'loadItemByIdAsync'>
const most = 100

/** Several selected items, and one of them at a time as a whole. */
export function selectionOf(host: StandInHost, answers: OfficeAnswers): Selection {
  let loaded: string | null = null
  function load(itemId: string, ...rest: unknown[]) {
    const done = doneOf<Office.LoadedMessageRead>(rest)
    const item = host.find(itemId)
    if (loaded !== null) return answers.refuse(done, 9043, 'AnotherItemIsLoaded')
    if (!item) return answers.refuse(done, 9010, 'ItemNotFound')
    const { body } = host.switches()
    if (body === 'never') return
    setTimeout(() => answers.ask(done, () => {
      loaded = itemId
      const unloadAsync = (...last: unknown[]) => { loaded = null; answers.give<void>(doneOf(last), undefined) }
      return Object.assign(toStandInItem(item, host, answers), { unloadAsync }) as unknown as Office.LoadedMessageRead
    }), body === 'slow' ? slowMs : 0)
  }
  return {
    getSelectedItemsAsync: (...rest: unknown[]) => {
      if (host.selected().length > most) return answers.refuse(doneOf(rest), 9044, 'TooManyItems')
      answers.ask(doneOf<Office.SelectedItemDetails[]>(rest), () => host.selected().map((item) => toSelected(item, host)))
    },
    loadItemByIdAsync: load,
  }
}

function toSelected(item: DemoItem, host: StandInHost): Office.SelectedItemDetails {
  const whole = {
    itemId: item.itemId, itemMode: 'Read', itemType: 'Message', subject: item.subject, conversationId: item.conversationId, internetMessageId: item.internetMessageId ?? '',
    hasAttachment: item.attachments.some((file) => !file.isInline),
  }
  return hasRequirementSet(host, '1.14') ? whole : upToSet(host, whole as Office.SelectedItemDetails, { conversationId: '1.14', internetMessageId: '1.14', hasAttachment: '1.14' })
}
