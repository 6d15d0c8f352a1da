import type { Words } from '../errors/app-error'

/** Why an administrator's change is refused. No stop at the end: the advice follows. */
export const administrationProblems = {
  lastAdministrator: { en: 'This is the only administrator left: make somebody else an administrator first', ru: 'Других администраторов нет: сначала сделайте администратором кого-нибудь ещё' },
  unreadableAddress: { en: 'This is not an email address that can be used', ru: 'Это не похоже на адрес электронной почты' },
  addressTwice: { en: 'One address is named twice', ru: 'Один адрес указан дважды' },
  unreadableDomain: { en: 'This is not a domain, such as company.example', ru: 'Это не похоже на домен, например company.example' },
  freeMail: { en: 'Everybody can have an address of this mail service, so it cannot be an own domain', ru: 'Адрес этой почтовой службы может завести каждый, своим доменом она быть не может' },
  domainThere: { en: 'This domain is on the list already', ru: 'Этот домен уже есть в списке' },
  wordThere: { en: 'This is on the list already, perhaps switched off', ru: 'Это уже есть в списке, возможно, отключено' },
  wordUsed: { en: 'This is used, so it can only be switched off', ru: 'Это используется, поэтому его можно только отключить' },
  otherOrder: { en: 'The list has changed meanwhile', ru: 'Список тем временем изменился' },
  toOneself: { en: 'This is the one who hands over', ru: 'Это тот же менеджер, который передаёт' },
  teamGone: { en: 'The team that was named is not there', ru: 'Указанного отдела здесь нет' },
} as const satisfies Record<string, Words>

export const addressTaken = (address: string, name: string): Words => ({ en: `${address} is an address of ${name} already`, ru: `${address} — уже адрес другого менеджера: ${name}` })
export const domainOfClients = (client: string, more: number): Words => ({
  en: `This is the domain of a client: ${client}${more > 0 ? ` and ${more} more` : ''}. Letters of clients at an own domain would no longer be registered`,
  ru: `Это домен клиента: ${client}${more > 0 ? ` и ещё ${more}` : ''}. Письма клиентов с собственного домена перестали бы регистрироваться`,
})
