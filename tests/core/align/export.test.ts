import { describe, expect, test } from 'vitest'
import { align } from '../../../src/core/align/align'
import { comparisonToHtml, comparisonToMarkdown } from '../../../src/core/align/export'
import { report } from './texts'

const FERRY =
  'The ferry to Tarsk left the harbour with 24 passengers after a rope jammed its rudder.'
const QUARRY =
  'Owners of the *lime* quarry <script>alert(1)</script> refused to pay "the fine" & went home.'
const ORCHARD = 'Frost killed half of the blossom in the orchards below the old observatory.'
const STRIKE = 'Tram drivers will walk out on Monday unless the council restores their night bonus.'

const title = (value: string) => ({ metadata: { title: { value, from: 'guess' as const } } })

function exported() {
  const a = { ...report(FERRY, QUARRY, ORCHARD, STRIKE), ...title('<b>First</b>') }
  const b = {
    ...report(
      QUARRY,
      ORCHARD,
      STRIKE,
      FERRY.replace('24', '26'),
      'Only here did a goose win the race.'
    ),
    ...title('Second')
  }
  return { a, b, alignment: align(a, b) }
}

describe('comparisonToHtml', () => {
  const html = comparisonToHtml(exported())

  test('escapes every text and forbids all but its own style', () => {
    expect(html).not.toMatch(/<script|<b>First/)
    expect(html).toContain('&lt;b&gt;First&lt;/b&gt;')
    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`
    )
    expect(html).not.toMatch(/\s(?:src|href|on\w+)=/)
  })

  test('shows words, moves and what stands in one report alone', () => {
    expect(html).toContain('<del>24</del>')
    expect(html).toContain('<ins>26</ins>')
    expect(html).toMatch(/moved and changed, see row \d/)
    expect(html).toContain('in B, not in A')
  })
})

describe('comparisonToMarkdown', () => {
  const markdown = comparisonToMarkdown(exported())

  test('marks changed words and escapes signs', () => {
    expect(markdown).toContain('~~24~~')
    expect(markdown).toContain('**26**')
    expect(markdown).toContain('\\*lime\\*')
    expect(markdown).toContain('\\<script\\>')
  })

  test('leads with names, counts and changes', () => {
    expect(markdown.split('\n')[0]).toBe('# \\<b\\>First\\</b\\> / Second')
    expect(markdown).toContain('Paragraphs: 3 equal, 1 changed, 1 moved')
    expect(markdown).toContain('- **number**: 24 → 26 passengers')
  })

  test('works without metadata', () => {
    const [a, b] = [report(FERRY), report(FERRY)]

    expect(comparisonToMarkdown({ a, b, alignment: align(a, b) })).toMatch(/^# A \/ B/)
  })

  test('marks a sentence that one report has within a paragraph of both, and says of neither that it was added', () => {
    const a = report(`${FERRY} ${ORCHARD}`)
    const b = report(`${FERRY} Only here did a goose win the race in the old mill. ${ORCHARD}`)
    const written = comparisonToMarkdown({ a, b, alignment: align(a, b) })

    expect(written).toContain('**Only here did a goose win the race in the old mill.**')
    expect(written).toContain('- **only in B**: Only here did a goose')
    expect(written).not.toContain('addition')
  })

  test('names the files of reports', () => {
    const { a, b, alignment } = exported()
    const written = comparisonToMarkdown({ a: { ...a, file: 'ferry/1.txt' }, b, alignment })

    expect(written).toContain('- A: \\<b\\>First\\</b\\>, ferry/1.txt')
  })
})
