import type { MailAddress } from '@counterpane/shared/domain/message'
import type { DemoLanguage } from './demo-words'

export const get = <T extends HTMLElement>(id: string) => document.getElementById(id) as T

export function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, text = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}
export function button(text: string, onClick: () => void, { id = '', className = '' } = {}) {
  const made = element('button', className, text)
  made.type = 'button'
  if (id) made.id = id
  made.addEventListener('click', onClick)
  return made
}
const localeOf = (language: DemoLanguage) => (language === 'ru' ? 'ru-RU' : 'en-GB')
export const nameOf = (address: MailAddress) => address.name || address.address || '—'
export const shortDate = (at: string, language: DemoLanguage) => new Intl.DateTimeFormat(localeOf(language), { day: 'numeric', month: 'short' }).format(new Date(at))
export const longDate = (at: string, language: DemoLanguage) => new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeStyle: 'short' }).format(new Date(at))
export const dayAndTime = (at: string, language: DemoLanguage) => new Intl.DateTimeFormat(localeOf(language), { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(at))
export const clockTime = (at: string, language: DemoLanguage) => new Intl.DateTimeFormat(localeOf(language), { timeStyle: 'short' }).format(new Date(at))
