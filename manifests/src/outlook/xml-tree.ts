import { DOMImplementation, type Document, type Element, XMLSerializer } from '@xmldom/xmldom'

export const namespaces = {
  app: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  bt: 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  overrides10: 'http://schemas.microsoft.com/office/mailappversionoverrides',
  overrides11: 'http://schemas.microsoft.com/office/mailappversionoverrides/1.1',
} as const

/** An element to be: names with the prefix bt: and xsi: stand in their namespaces, all others in their parent's or in `namespace`. */
export interface XmlNode {
  name: string
  attributes: Record<string, string>
  content: string | XmlNode[]
  namespace?: string
}

export const node = (name: string, attributes: Record<string, string> = {}, content: string | (XmlNode | null)[] = []): XmlNode => ({ name, attributes, content: typeof content === 'string' ? content : content.filter((child) => child !== null) })

const prefixed = (name: string): string | null => (name.startsWith('bt:') ? namespaces.bt : name.startsWith('xsi:') ? namespaces.xsi : null)

function append(document: Document, parent: Element, { name, attributes, content, namespace }: XmlNode, depth: number): void {
  const own = namespace ?? parent.namespaceURI
  const element = document.createElementNS(prefixed(name) ?? own, name)
  fill(document, element, { attributes, content }, depth)
  parent.appendChild(document.createTextNode(`\n${'  '.repeat(depth)}`))
  parent.appendChild(element)
}

function fill(document: Document, element: Element, { attributes, content }: Pick<XmlNode, 'attributes' | 'content'>, depth: number): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttributeNS(prefixed(name), name, value)
  if (typeof content === 'string') {
    if (content) element.appendChild(document.createTextNode(content))
    return
  }
  for (const child of content) append(document, element, child, depth + 1)
  if (content.length) element.appendChild(document.createTextNode(`\n${'  '.repeat(depth)}`))
}

/** The document as text, indented, with bt: and xsi: declared at its root. A bt: child below another default namespace keeps its prefix. */
export function writeXml(root: XmlNode): string {
  const document = new DOMImplementation().createDocument(root.namespace ?? null, root.name, null)
  const element = document.documentElement
  if (!element) throw new Error('A document without a root')
  for (const prefix of ['xsi', 'bt'] as const) element.setAttributeNS('http://www.w3.org/2000/xmlns/', `xmlns:${prefix}`, namespaces[prefix])
  fill(document, element, root, 0)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document)}\n`
}
