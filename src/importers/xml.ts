import { SaxesParser } from 'saxes'
import { decode } from './bytes'
import { ImportFailure } from './outcome'

/** Told of an XML document's parts in order. Names come without their namespace prefix. */
export interface XmlVisitor {
  /** Answers false when the rest of the document is of no interest. */
  open?(name: string, attributes: XmlAttributes): boolean | undefined
  close?(name: string): void
  text?(text: string): void
}

/** Looks an attribute up by its name, with prefix (`r:id`) or without (`id`). */
export type XmlAttributes = (name: string) => string | undefined

/** Deepest element that is told; what is nested deeper is left out. Office documents reach about 40. */
export const MAX_XML_DEPTH = 256
/** Most elements that are told; the rest is left out. A long novel in one file has about 100,000. */
export const MAX_XML_ELEMENTS = 1_000_000

/** Defects after which the rest is given up: it is no XML, and telling of a defect is what costs most (about 4 µs each). */
const MAX_DEFECTS = 20_000

/** What became of a document that was read. */
export interface XmlOutcome {
  /** First defect by the rules of XML; what stands behind it was read all the same, as far as it makes sense. */
  readonly defect?: string
  /** Names of elements were told up to the limits only. */
  readonly cut: boolean
}

/**
 * Reads XML and tells a visitor what it holds.
 *
 * Entities other than the five of XML and characters stay as written; DTDs are never resolved. Never throws; O(length).
 */
export function readXml(text: string, visitor: XmlVisitor): XmlOutcome {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const names: string[] = []
  let elements = 0
  let defect: string | undefined
  let defects = 0
  const state = { done: false }
  const told = (): boolean =>
    !state.done && names.length <= MAX_XML_DEPTH && elements <= MAX_XML_ELEMENTS
  parser.on('error', (error) => {
    defect ??= error.message
    if (++defects > MAX_DEFECTS) state.done = true
  })
  parser.on('opentag', (tag) => {
    names.push(tag.name)
    elements++
    if (told() && visitor.open?.(localName(tag.name), finder(tag.attributes)) === false)
      state.done = true
  })
  parser.on('closetag', (tag) => {
    if (told()) visitor.close?.(localName(tag.name))
    names.pop()
  })
  const tell = (chars: string): void => {
    if (told()) visitor.text?.(chars)
  }
  parser.on('text', tell)
  parser.on('cdata', tell)
  try {
    for (let at = 0; at < text.length && !state.done; at += CHUNK)
      parser.write(text.slice(at, at + CHUNK))
    if (!state.done) parser.close()
  } catch (error) {
    // saxes reports defects through the handler; what it throws beside is a broken promise of its own about the text.
    defect ??= error instanceof Error ? error.message : 'unknown reason'
  }
  return {
    ...(defect !== undefined && { defect }),
    cut: elements > MAX_XML_ELEMENTS || defects > MAX_DEFECTS
  }
}

/** Characters handed to the parser at once; small enough to stop early, large enough not to matter. */
const CHUNK = 8_192

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function finder(attributes: Record<string, string>): XmlAttributes {
  return (name) => {
    if (Object.hasOwn(attributes, name)) return attributes[name]
    const key = Object.keys(attributes).find((candidate) => localName(candidate) === name)
    return key === undefined ? undefined : attributes[key]
  }
}

/** An element of a small document, with all that it holds. */
export interface XmlElement {
  readonly name: string
  readonly attribute: XmlAttributes
  readonly children: readonly XmlElement[]
  /** Text of the element and of all below it, in order. */
  readonly text: string
}

/** Longest document that is held as a tree. Package and navigation files have below 1 MB. */
const MAX_TREE_CHARS = 8 * 1024 * 1024

interface Growing {
  name: string
  attribute: XmlAttributes
  children: Growing[]
  text: string
}

/**
 * Returns the root element of a small document (package file, navigation, properties), or undefined when there is none.
 * Throws `ImportFailure` (`too-large`).
 */
export function xmlTree(bytes: Uint8Array, where: string): XmlElement | undefined {
  return textTree(decode(bytes, { kind: 'xml' }).text, where)
}

/** Like `xmlTree`, for text that is decoded already. */
export function textTree(text: string, where: string): XmlElement | undefined {
  if (text.length > MAX_TREE_CHARS) throw new ImportFailure('too-large', 'XML file', where)
  let root: Growing | undefined
  const open: Growing[] = []
  readXml(text, {
    open: (name, attribute) => {
      const element: Growing = { name, attribute, children: [], text: '' }
      open.at(-1)?.children.push(element)
      root ??= element
      open.push(element)
      return undefined
    },
    text: (chars) => {
      const element = open.at(-1)
      if (element !== undefined) element.text += chars
    },
    close: () => {
      const element = open.pop()
      const parent = open.at(-1)
      if (element !== undefined && parent !== undefined) parent.text += element.text
    }
  })
  return root
}

/** Yields the elements of that name in the tree, the element itself included, in document order. */
export function* elementsNamed(element: XmlElement, name: string): Generator<XmlElement> {
  const waiting: XmlElement[] = [element]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.name === name) yield next
    for (const child of next.children.toReversed()) waiting.push(child)
  }
}

/** Returns the first element of that name in the tree, in document order. */
export function elementNamed(
  element: XmlElement | undefined,
  name: string
): XmlElement | undefined {
  if (element === undefined) return undefined
  for (const found of elementsNamed(element, name)) return found
  return undefined
}
