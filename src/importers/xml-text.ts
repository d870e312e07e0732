import type { ImportedBlock } from '../core/text/canonical'
import { readXml } from './xml'

/** Elements whose text is no text for readers. */
const SILENT = new Set(['script', 'style', 'metadata', 'defs'])

/**
 * Returns the text of an XML document of unknown kind, a block for each element that holds some. Elements in the midst of text belong
 * to it: `<p>a <b>bold</b> word</p>` is one block.
 */
export function xmlBlocks(xml: string): ImportedBlock[] {
  const blocks: ImportedBlock[] = []
  /** For every open element: whether it stands in the midst of text. */
  const inline: boolean[] = []
  let silent = 0
  let text = ''
  /** Whether `text` has words: looking through it at every element would cost the square of its length. */
  let worded = false
  const flush = (): void => {
    const clean = text.replace(/[ \t\r\n]+/g, ' ').trim()
    text = ''
    worded = false
    if (clean !== '') blocks.push({ text: clean, role: 'paragraph' })
  }
  readXml(xml, {
    open: (name) => {
      inline.push(worded)
      if (!worded) flush()
      if (silent > 0 || SILENT.has(name)) silent++
      return undefined
    },
    text: (chars) => {
      if (silent > 0) return
      text += chars
      worded ||= /\S/.test(chars)
    },
    close: () => {
      if (silent > 0) silent--
      if (inline.pop() !== true) flush()
    }
  })
  flush()
  return blocks
}

/** Elements of a drawing that hold words. */
const WORDS = new Set(['text', 'title', 'desc', 'p', 'div', 'span', 'textArea', 'flowPara'])

/** Returns the words of an SVG drawing: labels, title and description, a block each. */
export function svgBlocks(xml: string): ImportedBlock[] {
  const blocks: ImportedBlock[] = []
  let depth = 0
  let text = ''
  readXml(xml, {
    open: (name) => {
      if (depth > 0 || WORDS.has(name)) depth++
      return undefined
    },
    text: (chars) => {
      if (depth > 0) text += chars
    },
    close: () => {
      if (depth === 0) return
      if (--depth > 0) return
      const clean = text.replace(/\s+/g, ' ').trim()
      if (clean !== '') blocks.push({ text: clean, role: 'paragraph' })
      text = ''
    }
  })
  return blocks
}
