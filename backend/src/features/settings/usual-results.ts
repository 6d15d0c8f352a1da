import type { ResultTemplate } from '@counterpane/shared/contract/attachments'

/** Ready words for results until the organisation chooses its own. */
export const usualResults: ResultTemplate[] = [
  { text: 'Agreed', textRu: 'Договорились', method: null },
  { text: 'Will decide later', textRu: 'Решение будет позже', method: null },
  { text: 'Not interested', textRu: 'Не интересует', method: null },
  { text: 'No answer', textRu: 'Нет ответа', method: 'call' },
  { text: 'Asked to call back', textRu: 'Просьба перезвонить', method: 'call' },
  { text: 'Offer to be sent', textRu: 'Отправить предложение', method: 'call' },
  { text: 'Samples handed over', textRu: 'Образцы переданы', method: 'meeting' },
  { text: 'Next meeting agreed', textRu: 'Договорились о следующей встрече', method: 'meeting' },
]
