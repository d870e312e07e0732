import MarkdownIt from 'markdown-it'
import { decode } from './bytes'
import { importHtml } from './html'
import type { Importer, ImportInput, ImportResult } from './importer'
import { sniffMarkdown } from './sniff'

const markdown = new MarkdownIt({ html: true, linkify: false, maxNesting: 50 })

/** Markdown with front matter. */
export const markdownImporter: Importer = {
  formats: ['md'],
  sniff: sniffMarkdown,
  import(input: ImportInput): Promise<ImportResult> {
    const decoded = decode(input.bytes, { kind: 'text' })
    if (decoded.problems.some((problem) => problem.severity === 'error'))
      return Promise.resolve({ documents: [], problems: decoded.problems })
    const html = markdown.render(decoded.text)
    const document = importHtml(html, { ...input, format: 'md', scope: 'fragment' })
    return Promise.resolve({ documents: [document], problems: decoded.problems })
  }
}
