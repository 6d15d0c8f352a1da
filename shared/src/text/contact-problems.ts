import type { Words } from '../errors/app-error'

/** Why a change of a contact or a task is refused, where the catalogue's own words would say too little. No stop at the end: the advice follows. */
export const contactProblems = {
  notTakingPart: { en: 'Only those who take part in this contact change its words and who may read them', ru: 'Слова этого контакта и то, кто может их читать, меняют только его участники' },
  notYoursToTake: { en: 'You can give this contact to somebody else; only those who take part in it can give it to you', ru: 'Передать этот контакт другим можно; взять его себе нельзя: передать его вам могут только его участники' },
  cancelNotPlanned: { en: 'Only a planned contact can be cancelled', ru: 'Отменить можно только запланированный контакт' },
  previousGone: { en: 'The contact to link to is no longer there', ru: 'Контакта, с которым нужно связать, больше нет' },
  circle: { en: 'Linked contacts cannot go in a circle: this one stands before the other already', ru: 'Связанные контакты не могут образовать круг: этот уже стоит перед другим' },
  taskDoneAlready: { en: 'This task is done already, with another result; that result was left as it is', ru: 'Эта задача уже выполнена, и результат у неё другой; он оставлен как есть' },
} as const satisfies Record<string, Words>
