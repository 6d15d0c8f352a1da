const freeMail = /^(gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|proton|protonmail|gmx|aol|mail|yandex|ya|inbox|list|bk|rambler)\./i

/** A first guess at a client's name from the domain of an address; empty for the common free-mail services. It is marked as a guess and only fills a field. */
export function guessedClientName(address: string): string {
  const domain = address.split('@').at(-1) ?? ''
  if (!address.includes('@') || freeMail.test(domain)) return ''
  const label = domain.split('.').at(-2) ?? ''
  return label.slice(0, 1).toUpperCase() + label.slice(1)
}

/** The name as the email gives it; where it gives none, the words before the @. */
export function guessedPersonName(name: string, address: string): string {
  if (name.trim() !== '' && !name.includes('@')) return name.trim()
  if (!address.includes('@')) return ''
  return address.split('@')[0]?.split(/[._-]+/).filter((word) => word !== '').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ') ?? ''
}
