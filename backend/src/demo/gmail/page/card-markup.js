// Texts of cards are a small subset of HTML. Everything else in them stays what it is: text.
const kept = { B: 'b', I: 'i', U: 'u', S: 's', STRIKE: 's', BR: 'br', A: 'a', FONT: 'span', TIME: 'span' }

const [elementNode, textNode] = [1, 3]

/** @param {string} text @returns {DocumentFragment} */
export function markup(text) {
  const parsed = new window.DOMParser().parseFromString(text, 'text/html')
  return copied(parsed.body)
}

function copied(from) {
  const to = document.createDocumentFragment()
  for (const node of from.childNodes) {
    if (node.nodeType === textNode) to.append(node.textContent)
    else if (node.nodeType === elementNode && kept[node.nodeName]) {
      const made = document.createElement(kept[node.nodeName])
      if (node.nodeName === 'A' && /^(https:|mailto:|tel:)/.test(node.getAttribute('href') ?? '')) Object.assign(made, { href: node.getAttribute('href'), target: '_blank', rel: 'noopener noreferrer' })
      made.append(copied(node))
      to.append(made)
    } else if (node.nodeType === elementNode) to.append(node.outerHTML)
  }
  return to
}

/** An element with its class and content; strings become text, what is null or false is left out. */
export function make(tag, className, ...content) {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.append(...content.filter((one) => one !== null && one !== undefined && one !== false))
  return element
}

export function makeButton(className, content, onClick) {
  const button = make('button', className, content)
  button.type = 'button'
  if (onClick) button.addEventListener('click', (event) => onClick(button, event))
  return button
}

let names = 0
/** A name for an element that another one speaks of. */
export const freshId = (word) => `${word}-${(names += 1)}`
