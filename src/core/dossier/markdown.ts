import { escapeMarkdown as md } from '../text/escape'
import {
  documentsById,
  markLine,
  RELIABILITY,
  sourceLine,
  supportLine,
  verdictLine,
  type Dossier,
  type DossierClaim,
  type DossierComparison,
  type DossierDocument,
  type DossierNote,
  type DossierQuotation,
  type DossierThread
} from './dossier'
import { changeName } from '../align/export'
import { CATEGORY_NAMES, RELATION_NAMES } from './names'

/** Returns the dossier as Markdown. */
export function dossierToMarkdown(dossier: Dossier): string {
  const documents = documentsById(dossier)
  const title = (id: string) => md(documents.get(id)?.title ?? id)
  const sections: [string, string[]][] = [
    ['Documents', dossier.documents.flatMap(documentLines)],
    ['Claims', dossier.claims.flatMap(claimLines)],
    ['Notes', dossier.notes.flatMap((note) => noteLines(note, title(note.document)))],
    ['Threads', dossier.threads.flatMap(threadLines)],
    [
      'Comparisons',
      dossier.comparisons.flatMap((one) => comparisonLines(one, title(one.a), title(one.b)))
    ],
    [
      'Sources',
      dossier.grades.map(
        ({ source, reliability, decided }) =>
          `- ${md(source)}: ${reliability}, ${RELIABILITY[reliability]} (${decided})`
      )
    ]
  ]
  const lines = [
    '# Evidence dossier',
    '',
    `Made ${dossier.made} with Briefing Reader ${md(dossier.app)}. Marks describe wording, not truth; verdicts and grades are the reader’s own.`,
    'Offsets count UTF-16 code units of a document’s canonical text, whose SHA-256 is named.',
    ''
  ]
  for (const [heading, content] of sections)
    if (content.length > 0) lines.push(`## ${heading}`, '', ...content, '')
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`
}

const field = (name: string, value: string | undefined): string[] =>
  value === undefined || value === '' ? [] : [`- ${name}: ${md(value)}`]

function documentLines(document: DossierDocument): string[] {
  return [
    `### ${document.id}. ${md(document.title)}`,
    '',
    ...field('Authors', document.authors.join(', ')),
    ...field('Publisher', document.publisher),
    ...field('Published', document.published),
    ...field('Saved', document.saved),
    ...field('Address', document.url),
    ...field('File', document.file),
    ...field('Tags', document.tags.join(', ')),
    `- SHA-256 of the text: ${document.textSha256}`,
    ...field('SHA-256 of the file', document.fileSha256),
    ''
  ]
}

const placeOf = ({ document, start, end }: DossierQuotation): string =>
  `${document}, ${String(start)}–${String(end)}`

/** Paragraphs of a quotation stay apart, each behind its sign. */
function quoted(quotation: DossierQuotation): string[] {
  const text = quotation.exact.split(/\n+/).map((line) => `> ${md(line)}`)
  return [
    ...text.flatMap((line, i) => (i === 0 ? [line] : ['>', line])),
    '>',
    `> — ${placeOf(quotation)}, SHA-256 ${quotation.sha256}`,
    ''
  ]
}

const mention = (quotation: DossierQuotation): string =>
  `“${md(quotation.exact)}” (${placeOf(quotation)})`

function claimLines(claim: DossierClaim): string[] {
  const { verdict, support } = claim
  return [
    `### ${claim.id}. ${markLine(claim)}`,
    '',
    ...quoted(claim.quotation),
    ...field('Why', claim.reason),
    ...field('Source', sourceLine(claim)),
    ...field('Cue words', claim.cues.map(({ words }) => `“${words}”`).join(', ')),
    ...field('Categories', claim.categories.map((one) => CATEGORY_NAMES[one]).join(', ')),
    ...claim.coveredBy.map((one) => `- Covered by: ${mention(one)}`),
    ...claim.deniedBy.map((one) => `- Denied by: ${mention(one)}`),
    ...(support === undefined
      ? []
      : [
          `- Support: ${supportLine(support)}`,
          ...field('Origins', support.originNames.join(', ')),
          ...field('Numbers that differ', support.conflicts.join('; '))
        ]),
    ...(verdict === undefined
      ? []
      : [
          `- Verdict of the reader: **${verdictLine(verdict)}** (${verdict.decided})`,
          ...field('Comment', verdict.comment)
        ]),
    ''
  ]
}

function noteLines({ document, quotation, text, decided }: DossierNote, title: string): string[] {
  return [
    `### ${quotation === undefined ? `On ${document}, ${title}` : `In ${document}, ${title}`}`,
    '',
    ...(quotation === undefined ? [] : quoted(quotation)),
    ...(text === '' ? [] : [md(text), '']),
    `Noted ${decided}.`,
    ''
  ]
}

function threadLines(thread: DossierThread): string[] {
  return [
    `### ${md(thread.gist)}`,
    '',
    `- Support: ${supportLine(thread)}`,
    ...field('Origins', thread.originNames.join(', ')),
    ...field('Sides', thread.sides.join(', ')),
    ...field('Numbers that differ', thread.conflicts.join('; ')),
    ...(thread.opponentsAgree ? ['- Opposed sides say the same.'] : []),
    ...thread.members.map(
      ({ quotation, relation, source }) =>
        `- ${RELATION_NAMES[relation]}${source === undefined ? '' : `, ${md(source)}`}: ${mention(quotation)}`
    ),
    ...thread.denials.map((one) => `- Denied: ${mention(one)}`),
    ...(thread.confirmedBy === undefined ? [] : [`- Confirmed: ${mention(thread.confirmedBy)}`]),
    ''
  ]
}

function comparisonLines(one: DossierComparison, a: string, b: string): string[] {
  const { counts, containment } = one
  const percent = (share: number) => `${String(Math.round(share * 100))} %`
  return [
    `### ${one.a} / ${one.b}`,
    '',
    `- A: ${a}`,
    `- B: ${b}`,
    ...(containment === undefined
      ? []
      : [`- ${percent(containment.aInB)} of A is in B, ${percent(containment.bInA)} of B is in A`]),
    `- Paragraphs: ${String(counts.equal)} equal, ${String(counts.changed)} changed, ${String(counts.moved)} moved, ${String(counts.onlyA)} in A, not in B, ${String(counts.onlyB)} in B, not in A`,
    ...field('Summary', one.summary.join('; ')),
    ...one.changes.map(({ kind, text }) => `- **${changeName(kind)}**: ${md(text)}`),
    ''
  ]
}
