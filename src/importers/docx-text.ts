import type { BlockRole } from '../core/article/article'
import type { ImportedBlock } from '../core/text/canonical'
import { elementsNamed, readXml, type XmlAttributes, type XmlElement } from './xml'

/** Heading level of each paragraph style that is a heading, by the style's id; 0 is the document's title. */
export type HeadingStyles = ReadonlyMap<string, number>

/**
 * Returns which styles are headings: by outline level, by the built-in names ("heading 2", "Title") that Word writes in every
 * language, and by the style that they are based on.
 */
export function headingStyles(styles: XmlElement | undefined): HeadingStyles {
  const levels = new Map<string, number>()
  const bases = new Map<string, string>()
  if (styles === undefined) return levels
  for (const style of elementsNamed(styles, 'style')) {
    const id = style.attribute('w:styleId') ?? ''
    const name = [...elementsNamed(style, 'name')][0]?.attribute('w:val')?.toLowerCase() ?? ''
    const outline = [...elementsNamed(style, 'outlineLvl')][0]?.attribute('w:val')
    const base = [...elementsNamed(style, 'basedOn')][0]?.attribute('w:val')
    const level = levelOf(name, outline)
    if (level !== undefined) levels.set(id, level)
    else if (base !== undefined) bases.set(id, base)
  }
  for (const [id, base] of bases) {
    const level = levels.get(base)
    if (level !== undefined) levels.set(id, level)
  }
  return levels
}

function levelOf(name: string, outline: string | undefined): number | undefined {
  if (name === 'title') return 0
  const named = /^heading ([1-9])$/.exec(name)?.[1]
  const level =
    named !== undefined ? Number(named) : outline !== undefined ? Number(outline) + 1 : NaN
  return level >= 1 && level <= 9 ? Math.min(level, 6) : undefined
}

/** Parts of a document that are no text of it: deleted passages, fields' instructions, fallbacks of what was read already. */
const SILENT = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'Fallback',
  'footnoteReference',
  'rPr',
  'sectPr',
  'tblPr',
  'drawing',
  'pict'
])

/** Text boxes stand inside drawings; their text is told although drawings are silent. */
const LOUD = 'txbxContent'

interface OpenParagraph {
  text: string
  role: BlockRole
  level?: number
}

/** Returns the blocks of a document part: paragraphs, headings, list items, rows of tables. Nested tables join their row. */
export function docxBlocks(
  xml: string,
  headings: HeadingStyles
): { readonly blocks: ImportedBlock[]; readonly defect?: string; readonly cut: boolean } {
  const reader = new DocumentReader(headings)
  const outcome = readXml(xml, {
    open: (name, attributes) => {
      reader.open(name, attributes)
      return undefined
    },
    close: (name) => reader.close(name),
    text: (text) => reader.text(text)
  })
  return { blocks: reader.blocks, ...outcome }
}

class DocumentReader {
  readonly blocks: ImportedBlock[] = []
  readonly #headings: HeadingStyles
  /** Silent elements that are open; a text box inside makes the reader listen again. */
  readonly #silence: string[] = []
  readonly #paragraphs: OpenParagraph[] = []
  /** Cells of the rows that are open, outermost first. */
  readonly #rows: string[][] = []
  #inText = false

  constructor(headings: HeadingStyles) {
    this.#headings = headings
  }

  open(name: string, attribute: XmlAttributes): void {
    if (SILENT.has(name) || name === LOUD) this.#silence.push(name)
    if (this.#isSilent()) return
    const paragraph = this.#paragraphs.at(-1)
    switch (name) {
      case 'p':
        this.#paragraphs.push({ text: '', role: 'paragraph' })
        break
      case 't':
        this.#inText = true
        break
      case 'tab':
      case 'br':
      case 'cr':
        if (paragraph !== undefined) paragraph.text += ' '
        break
      case 'noBreakHyphen':
        if (paragraph !== undefined) paragraph.text += '\u2011'
        break
      case 'tr':
        this.#rows.push([])
        break
      case 'tc':
        this.#rows.at(-1)?.push('')
        break
      default:
        if (paragraph !== undefined) this.#style(name, attribute, paragraph)
    }
  }

  close(name: string): void {
    if (this.#silence.at(-1) === name) {
      this.#silence.pop()
      return
    }
    if (this.#isSilent()) return
    if (name === 't') this.#inText = false
    else if (name === 'p') this.#endParagraph()
    else if (name === 'tr') this.#endRow()
  }

  text(text: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (this.#inText && !this.#isSilent() && paragraph !== undefined) paragraph.text += text
  }

  #isSilent(): boolean {
    const last = this.#silence.at(-1)
    return last !== undefined && last !== LOUD
  }

  #style(name: string, attribute: XmlAttributes, paragraph: OpenParagraph): void {
    const value = attribute('w:val') ?? attribute('val')
    if (name === 'pStyle' && value !== undefined) {
      const level = this.#headings.get(value) ?? builtInLevel(value)
      if (level !== undefined) {
        paragraph.role = 'heading'
        paragraph.level = Math.max(1, level)
      } else if (/quote|citation|zitat/i.test(value)) paragraph.role = 'quote'
      else if (/^caption$|beschriftung/i.test(value)) paragraph.role = 'caption'
      else if (/^list/i.test(value)) paragraph.role = 'list-item'
    } else if (name === 'numId' && value !== '0' && paragraph.role === 'paragraph') {
      paragraph.role = 'list-item'
    }
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    const text =
      paragraph?.text.replace(/\s+/g, (space) => (space.includes('\u00a0') ? space : ' ')).trim() ??
      ''
    if (paragraph === undefined || text === '') return
    const row = this.#rows.at(-1)
    if (row !== undefined && row.length > 0) {
      const cell = row.at(-1) ?? ''
      row[row.length - 1] = cell === '' ? text : `${cell} ${text}`
      return
    }
    this.blocks.push({
      text,
      role: paragraph.role,
      ...(paragraph.level !== undefined && { level: paragraph.level })
    })
  }

  #endRow(): void {
    const cells = this.#rows.pop()?.filter((cell) => cell !== '') ?? []
    if (cells.length === 0) return
    const outer = this.#rows.at(-1)
    const text = cells.join(' | ')
    if (outer !== undefined && outer.length > 0)
      outer[outer.length - 1] = `${outer.at(-1) ?? ''} ${text}`.trim()
    else this.blocks.push({ text, role: cells.length > 1 ? 'table-row' : 'paragraph' })
  }
}

/** Styles' ids of documents that came without their style sheet. */
function builtInLevel(id: string): number | undefined {
  if (id === 'Title') return 0
  const level = /^(?:Heading|heading|berschrift|Titre|Ttulo)([1-9])$/.exec(id)?.[1]
  return level === undefined ? undefined : Math.min(Number(level), 6)
}
