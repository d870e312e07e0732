import { escapeHtml, escapeMarkdown } from '../text/escape'
import { textUnder, type Span } from '../text/span'
import type { Alignment, AlignmentRow, Change, ChangeKind, SentencePair, WordEdit } from './model'
import type { Report } from './report'

/** A report of a comparison that is written out. */
export interface ComparedReport extends Report {
  /** Where it is kept, as the reader knows it; tells reports of one title apart. */
  readonly file?: string
}

/** A comparison to be written out. */
export interface ComparisonExport {
  readonly a: ComparedReport
  readonly b: ComparedReport
  readonly alignment: Alignment
}

/** Returns a comparison as Markdown: summary, named changes, then the rows with ~~struck~~ and **bold** words. */
export function comparisonToMarkdown({ a, b, alignment }: ComparisonExport): string {
  const write = markdownWriter
  const lines = [
    `# ${write.escape(nameOf(a, 'A'))} / ${write.escape(nameOf(b, 'B'))}`,
    '',
    ...reportLines(a, 'A').map((line) => `- ${write.escape(line)}`),
    ...reportLines(b, 'B').map((line) => `- ${write.escape(line)}`),
    '',
    ...(alignment.summary.length === 0
      ? []
      : [`${write.escape(alignment.summary.join('; '))}.`, '']),
    write.escape(countsLine(alignment)),
    '',
    '## Changes',
    '',
    ...visible(alignment).map(
      (change) => `- **${changeName(change.kind)}**: ${write.escape(change.text)}`
    ),
    '',
    '## Side by side',
    ''
  ]
  for (const row of alignment.rows) {
    lines.push(`### ${row.index + 1}. ${headingOf(row, alignment)}`, '')
    const [left, right] = sidesOf(row, a, b, write)
    if (left !== '') lines.push(`A: ${left}`, '')
    if (right !== '' && right !== left) lines.push(`B: ${right}`, '')
  }
  return `${lines.join('\n').trimEnd()}\n`
}

/** Returns a comparison as one HTML file: no scripts, no remote parts, every text escaped, and a policy that forbids the rest. */
export function comparisonToHtml({ a, b, alignment }: ComparisonExport): string {
  const write = htmlWriter
  const title = `${nameOf(a, 'A')} / ${nameOf(b, 'B')}`
  const list = (items: readonly string[]) => items.map((item) => `<li>${item}</li>`).join('\n')
  const rows = alignment.rows.map((row) => {
    const [left, right] = sidesOf(row, a, b, write)
    const label = write.escape(headingOf(row, alignment))
    return `<tr class="${row.kind}"><th scope="row">${row.index + 1}<br><small>${label}</small></th><td>${left}</td><td>${right}</td></tr>`
  })
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${write.escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${write.escape(title)}</h1>
<ul>
${list([...reportLines(a, 'A'), ...reportLines(b, 'B')].map(write.escape))}
</ul>
${alignment.summary.length === 0 ? '' : `<p><strong>${write.escape(alignment.summary.join('; '))}.</strong></p>`}
<p>${write.escape(countsLine(alignment))}</p>
<h2>Changes</h2>
<ol>
${list(visible(alignment).map((change) => `<b>${changeName(change.kind)}</b>: ${write.escape(change.text)}`))}
</ol>
<h2>Side by side</h2>
<table>
<thead><tr><th scope="col">Row</th><th scope="col">A</th><th scope="col">B</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</body>
</html>
`
}

/** How a format writes plain, struck and inserted words. */
interface Writer {
  readonly escape: (text: string) => string
  readonly removed: (text: string) => string
  readonly inserted: (text: string) => string
}

const htmlWriter: Writer = {
  escape: escapeHtml,
  removed: (text) => `<del>${escapeHtml(text)}</del>`,
  inserted: (text) => `<ins>${escapeHtml(text)}</ins>`
}
const markdownWriter: Writer = {
  escape: escapeMarkdown,
  removed: (text) => around('~~', text),
  inserted: (text) => around('**', text)
}

/** Marks must touch the words: "~~ word ~~" would be shown as it is. */
function around(mark: string, text: string): string {
  const inner = text.trim()
  if (inner === '') return escapeMarkdown(text)
  const start = text.length - text.trimStart().length
  return `${text.slice(0, start)}${mark}${escapeMarkdown(inner)}${mark}${text.slice(start + inner.length)}`
}

/** For rows that stand in one report alone: their heading says so of every word. */
const unmarked = ({ escape }: Writer): Writer => ({ escape, removed: escape, inserted: escape })

/** A kind of change in plain words: who is first to have written a sentence is not said. */
export function changeName(kind: ChangeKind): string {
  switch (kind) {
    case 'addition':
      return 'only in B'
    case 'omission':
      return 'only in A'
    case 'scope':
      return 'same wording, other scope'
    default:
      return kind
  }
}

const nameOf = (report: Report, side: string): string => report.metadata?.title.value ?? side

function reportLines({ metadata, file }: ComparedReport, side: string): string[] {
  if (metadata === undefined) return [side]
  const details = [
    metadata.title.value,
    metadata.publisher?.value,
    metadata.published?.value,
    metadata.url?.value,
    file
  ]
  return [`${side}: ${details.filter((detail) => detail !== undefined).join(', ')}`]
}

/** How many paragraphs stand where, in words. */
export function countsLine({ counts, exhaustive }: Alignment): string {
  const parts = [
    `${counts.equal} equal`,
    `${counts.changed} changed`,
    `${counts.moved} moved`,
    `${counts.onlyA} in A, not in B`,
    `${counts.onlyB} in B, not in A`
  ]
  return `Paragraphs: ${parts.join(', ')}.${exhaustive ? '' : ' Long stretches differ: there only sentences with rare words in common were paired.'}`
}

const visible = ({ changes }: Alignment): Change[] =>
  changes.filter(({ strength }) => strength !== 'minor')

function headingOf(row: AlignmentRow, { rows }: Alignment): string {
  const where = row.move === undefined ? '' : `, see row ${row.move.other + 1}`
  switch (row.kind) {
    case 'equal':
      return row.move === undefined ? 'equal' : `moved${where}`
    case 'changed':
      return row.move === undefined ? 'changed' : `moved and changed${where}`
    case 'only-a':
      return 'in A, not in B'
    case 'only-b':
      return 'in B, not in A'
    case 'moved-away':
      return rows[row.move?.other ?? -1] === undefined ? 'moved' : `elsewhere in B${where}`
  }
}

function sidesOf(row: AlignmentRow, a: Report, b: Report, write: Writer): [string, string] {
  if (row.kind === 'moved-away') return [blocksText(a, row.a, write), '']
  const side = (key: 'a' | 'b', report: Report) =>
    row.pairs
      .filter((pair) => pair[key] !== undefined)
      .toSorted((x, y) => (x[key]?.start ?? 0) - (y[key]?.start ?? 0))
      .map((pair) => pairText(pair, key, report, row.kind === 'changed' ? write : unmarked(write)))
      .join(' ')
  return [side('a', a), side('b', b)]
}

function blocksText(report: Report, blocks: readonly number[], write: Writer): string {
  return blocks
    .map((index) => report.blocks[index])
    .map((block) => (block === undefined ? '' : write.escape(textUnder(report.text, block.span))))
    .join(' ')
}

function pairText(pair: SentencePair, side: 'a' | 'b', { text }: Report, write: Writer): string {
  const span = pair[side]
  if (span === undefined) return ''
  const mark = side === 'a' ? write.removed : write.inserted
  if (pair.relation === 'only-a' || pair.relation === 'only-b') return mark(textUnder(text, span))
  if (pair.relation !== 'edited') return write.escape(textUnder(text, span))
  const piece = (edit: WordEdit): Span => edit[side]
  return pair.edits
    .map((edit) => {
      const words = textUnder(text, piece(edit))
      return edit.op === 'equal' || words === '' ? write.escape(words) : mark(words)
    })
    .join('')
}

const STYLE = `
:root { color-scheme: light dark }
body { font: 16px/1.5 Georgia, serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
th, td { border-top: 1px solid #8886; padding: .5rem; vertical-align: top; text-align: start; overflow-wrap: anywhere }
th:first-child { width: 8rem; font-weight: normal }
del { color: light-dark(#8a1c1c, #ff9d9d); text-decoration: line-through }
ins { color: light-dark(#0b5a2b, #8fe0ac); text-decoration: underline }
.moved-away td { font-style: italic }
`
