import { escapeHtml as html } from '../text/escape'
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

/** Returns the dossier as one HTML file: no scripts, no remote parts, every text escaped, and a policy that forbids the rest. */
export function dossierToHtml(dossier: Dossier): string {
  const documents = documentsById(dossier)
  const name = (id: string) => `${id}, ${documents.get(id)?.title ?? ''}`
  const sections: [string, readonly string[]][] = [
    ['Documents', dossier.documents.map(documentPart)],
    ['Claims', dossier.claims.map(claimPart)],
    ['Notes', dossier.notes.map((note) => notePart(note, name(note.document)))],
    ['Threads', dossier.threads.map(threadPart)],
    [
      'Comparisons',
      dossier.comparisons.map((one) => comparisonPart(one, name(one.a), name(one.b)))
    ],
    [
      'Sources',
      dossier.grades.map(({ source, reliability, decided }) =>
        part(source, [
          pair('Grade of the reader', `${reliability}, ${RELIABILITY[reliability]}`),
          pair('Decided', decided)
        ])
      )
    ]
  ]
  const body = sections.flatMap(([heading, parts]) =>
    parts.length === 0 ? [] : [`<section>\n<h2>${heading}</h2>`, ...parts, '</section>']
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Evidence dossier</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Evidence dossier</h1>
<p>Made ${html(dossier.made)} with Briefing Reader ${html(dossier.app)}. Marks describe wording, not truth; verdicts and grades are the reader’s own. Offsets count UTF-16 code units of a document’s canonical text, whose SHA-256 is named.</p>
${body.join('\n')}
</body>
</html>
`
}

/** A term with its description; nothing for an empty value. */
function pair(term: string, value: string | undefined): string {
  if (value === undefined || value === '') return ''
  return `<div><dt>${html(term)}</dt><dd>${html(value)}</dd></div>`
}

function part(heading: string, pairs: readonly string[], quotation?: DossierQuotation): string {
  const list = pairs.filter((one) => one !== '')
  return [
    `<article>\n<h3>${html(heading)}</h3>`,
    ...(quotation === undefined ? [] : [blockquote(quotation)]),
    ...(list.length === 0 ? [] : [`<dl>\n${list.join('\n')}\n</dl>`]),
    '</article>'
  ].join('\n')
}

function blockquote(quotation: DossierQuotation): string {
  const text = quotation.exact.split(/\n+/).map((line) => `<p>${html(line)}</p>`)
  return `<blockquote>${text.join('')}<footer>${html(placeOf(quotation))}, SHA-256 <code>${html(quotation.sha256)}</code></footer></blockquote>`
}

const placeOf = ({ document, start, end }: DossierQuotation): string =>
  `${document}, ${String(start)}–${String(end)}`

const mention = (quotation: DossierQuotation): string =>
  `“${quotation.exact}” (${placeOf(quotation)})`

function documentPart(document: DossierDocument): string {
  return part(`${document.id}. ${document.title}`, [
    pair('Authors', document.authors.join(', ')),
    pair('Publisher', document.publisher),
    pair('Published', document.published),
    pair('Saved', document.saved),
    // As text: a link in evidence would be one slip away from the network.
    pair('Address', document.url),
    pair('File', document.file),
    pair('Tags', document.tags.join(', ')),
    pair('SHA-256 of the text', document.textSha256),
    pair('SHA-256 of the file', document.fileSha256)
  ])
}

function claimPart(claim: DossierClaim): string {
  const { verdict, support } = claim
  return part(
    `${claim.id}. ${markLine(claim)}`,
    [
      pair('Why', claim.reason),
      pair('Source', sourceLine(claim)),
      pair('Cue words', claim.cues.map(({ words }) => `“${words}”`).join(', ')),
      pair('Categories', claim.categories.map((one) => CATEGORY_NAMES[one]).join(', ')),
      ...claim.coveredBy.map((one) => pair('Covered by', mention(one))),
      ...claim.deniedBy.map((one) => pair('Denied by', mention(one))),
      ...(support === undefined
        ? []
        : [
            pair('Support', supportLine(support)),
            pair('Origins', support.originNames.join(', ')),
            pair('Numbers that differ', support.conflicts.join('; '))
          ]),
      ...(verdict === undefined
        ? []
        : [
            pair('Verdict of the reader', verdictLine(verdict)),
            pair('Comment', verdict.comment),
            pair('Decided', verdict.decided)
          ])
    ],
    claim.quotation
  )
}

function notePart({ quotation, text, decided }: DossierNote, name: string): string {
  return part(
    `${quotation === undefined ? 'On' : 'In'} ${name}`,
    [pair('Note', text), pair('Decided', decided)],
    quotation
  )
}

function threadPart(thread: DossierThread): string {
  return part(thread.gist, [
    pair('Support', supportLine(thread)),
    pair('Origins', thread.originNames.join(', ')),
    pair('Sides', thread.sides.join(', ')),
    pair('Numbers that differ', thread.conflicts.join('; ')),
    pair('Agreement', thread.opponentsAgree ? 'opposed sides say the same' : ''),
    ...thread.members.map(({ quotation, relation, source }) =>
      pair(
        [RELATION_NAMES[relation], source].filter((part) => part !== undefined).join(', '),
        mention(quotation)
      )
    ),
    ...thread.denials.map((one) => pair('Denied', mention(one))),
    ...(thread.confirmedBy === undefined ? [] : [pair('Confirmed', mention(thread.confirmedBy))])
  ])
}

function comparisonPart(one: DossierComparison, a: string, b: string): string {
  const { counts, containment } = one
  const percent = (share: number) => `${String(Math.round(share * 100))} %`
  const shares =
    containment === undefined
      ? ''
      : `${percent(containment.aInB)} of A is in B, ${percent(containment.bInA)} of B is in A`
  return part(`${one.a} / ${one.b}`, [
    pair('A', a),
    pair('B', b),
    pair('Shared', shares),
    pair(
      'Paragraphs',
      `${String(counts.equal)} equal, ${String(counts.changed)} changed, ${String(counts.moved)} moved, ${String(counts.onlyA)} in A, not in B, ${String(counts.onlyB)} in B, not in A`
    ),
    pair('Summary', one.summary.join('; ')),
    ...one.changes.map(({ kind, text }) => pair(changeName(kind), text))
  ])
}

const STYLE = `
:root { color-scheme: light dark }
body { font: 16px/1.5 Georgia, serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }
article { border-top: 1px solid #8886; padding-block: .5rem }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid #8886 }
footer, dt { font: 13px/1.5 system-ui, sans-serif; color: light-dark(#555, #aaa) }
dl > div { display: grid; grid-template-columns: 12rem 1fr; gap: 1rem }
dd { margin: 0 }
@page { size: A4; margin: 18mm 16mm; @bottom-center { content: counter(page) ' / ' counter(pages); font: 12px system-ui, sans-serif } }
@media print {
  :root { color-scheme: light }
  body { max-width: none; margin: 0; padding: 0; font-size: 11pt }
  h2, h3 { break-after: avoid }
  blockquote, dl > div { break-inside: avoid }
}
`
