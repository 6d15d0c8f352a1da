import { DOMParser, type Element, ParseError } from '@xmldom/xmldom'
import { namespaces } from '../outlook/xml-tree'
import { type Finding } from './finding'

export interface XmlManifest {
  root: Element
  /** All elements of these local names in the order of the document; all of them when none is given. */
  all: (...names: string[]) => Element[]
  finding: (rule: string, element: Element, sentence: string) => Finding
}

export const childrenOf = (element: Element): Element[] => [...element.childNodes].filter((child) => child.nodeType === child.ELEMENT_NODE) as Element[]
export const childOf = (element: Element, name: string): Element | undefined => childrenOf(element).find((child) => child.localName === name)
export const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? ''
export const typeOf = (element: Element): string => element.getAttributeNS(namespaces.xsi, 'type') ?? ''
export const textOf = (element: Element | undefined): string => (element?.textContent ?? '').trim()
export const textIsTrue = (element: Element | undefined): boolean => /^(true|1)$/.test(textOf(element))

/** Up to the root, nearest first. */
export function ancestorsOf(element: Element): Element[] {
  const parent = element.parentNode
  return parent?.nodeType === element.ELEMENT_NODE ? [parent as Element, ...ancestorsOf(parent as Element)] : []
}
export const ancestor = (element: Element, name: string): Element | undefined => ancestorsOf(element).find(({ localName }) => localName === name)
/** The extension point around an element, such as MessageReadCommandSurface; '' outside of them. */
export function surfaceOf(element: Element): string {
  const point = ancestor(element, 'ExtensionPoint')
  return point ? typeOf(point) : ''
}

const named = (element: Element): string => {
  const name = attribute(element, 'id') || attribute(element, 'resid') || typeOf(element) || attribute(element, 'size')
  return name ? `${element.localName} ${name}` : String(element.localName)
}
/** The last steps to an element: enough to find it beside its line. */
const placeOf = (element: Element): string => [element, ...ancestorsOf(element)].slice(0, 3).reverse().map(named).join(' > ')

/** Throws ParseError, with the parser's own words, when the text is no XML. The parser mends what it can; a manifest must need no mending. */
function parse(text: string): ReturnType<DOMParser['parseFromString']> {
  const said: string[] = []
  const stop = (_level: string, message: string): never => {
    said.push(message)
    throw new Error(message)
  }
  try {
    return new DOMParser({ onError: stop }).parseFromString(text, 'text/xml')
  } catch (error) {
    throw new ParseError(said[0] ?? (error as Error).message, (error as Partial<ParseError>).locator)
  }
}

export function readXml(text: string, file: string): XmlManifest {
  const document = parse(text)
  const root = document.documentElement
  if (!root) throw new ParseError('missing root element')
  const every = [root, ...root.getElementsByTagName('*')]
  return {
    root,
    all: (...names) => (names.length ? every.filter(({ localName }) => names.includes(String(localName))) : every),
    finding: (rule, element, sentence) => ({ rule, place: `${file}:${element.lineNumber ?? 1} ${placeOf(element)}`, sentence }),
  }
}
