import { parse } from 'parse5'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RENDERERS } from '../../../src/core/dossier/render'
import type { Dossier } from '../../../src/core/dossier/dossier'
import { example } from './example'

test('JSON gives back the dossier, and what the reader decided as machine tags', () => {
  const read = JSON.parse(RENDERERS.json(example())) as Dossier

  expect(read).toMatchObject(example())
  expect(read.claims).toMatchObject([
    {
      machineTags: [
        'admiralty-scale:source-reliability="c"',
        'admiralty-scale:information-credibility="4"'
      ]
    }
  ])
})

test('a claim that nobody judged has no machine tags', () => {
  const [claim] = example().claims
  if (claim === undefined) throw new Error('a claim is needed')
  const { verdict, source, ...bare } = claim

  expect(RENDERERS.json({ ...example(), claims: [bare], grades: [] })).not.toContain('machineTags')
  expect(verdict && source).toBeDefined()
})

test('Markdown and HTML say who, where, why, how many and what the reader thinks', () => {
  for (const text of [RENDERERS.md(example()), RENDERERS.html(example())])
    for (const words of [
      'S, one side says',
      '1 origin - 3 documents - 2 newsrooms',
      '4, doubtful',
      '12–30',
      'cd'.repeat(32),
      'ef'.repeat(32),
      'ab'.repeat(32),
      'C, fairly reliable',
      'Denied by',
      'Covered by',
      '52 % of A is in B'
    ])
      expect(text).toContain(words)
})

/** Names of all elements of a page, and of the attributes that stand on them. */
function elements(html: string): { names: Set<string>; attributes: Set<string> } {
  const [names, attributes] = [new Set<string>(), new Set<string>()]
  const left: unknown[] = [parse(html)]
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    const { tagName, attrs, childNodes } = node as {
      tagName?: string
      attrs?: { name: string }[]
      childNodes?: unknown[]
    }
    if (tagName !== undefined) names.add(tagName)
    for (const { name } of attrs ?? []) attributes.add(name)
    left.push(...(childNodes ?? []))
  }
  return { names, attributes }
}

test('no text of a document becomes markup in HTML', () => {
  const plain = elements(RENDERERS.html(example()))
  const signs = fc.constantFrom(...'<>"\'&/!-=` \n', 'script', 'onload', '-->', ']]>', 'a')
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 30 }), (parts) => {
      expect(elements(RENDERERS.html(example(`x${parts.join('')}`)))).toEqual(plain)
    }),
    { numRuns: 100 }
  )
})

test('no text of a document becomes a heading, a rule or HTML in Markdown', () => {
  const text = RENDERERS.md(example('<b>x</b>\n# Heading\n---\n- item\n`code` [a](b) ![c](d)'))

  expect(text).not.toMatch(/<b>|^# Heading|^---|(?<!\\)`|(?<!\\)\]\(/m)
})

/** Reads a table by RFC 4180. */
function table(csv: string): string[][] {
  const rows: string[][] = []
  let [row, field, inside]: [string[], string, boolean] = [[], '', false]
  for (let i = 0; i < csv.length; i++) {
    const sign = csv.charAt(i)
    if (inside) {
      if (sign !== '"') field += sign
      else if (csv.charAt(i + 1) === '"') {
        field += '"'
        i++
      } else inside = false
    } else if (sign === '"') inside = true
    else if (sign === ',') {
      row.push(field)
      field = ''
    } else if (sign === '\n') {
      rows.push([...row, field])
      ;[row, field] = [[], '']
    } else if (sign !== '\r') field += sign
  }
  return rows
}

test('a table has a row per document, claim, note, member and change, all with the same columns', () => {
  const rows = table(RENDERERS.csv(example()))

  expect(rows.map(([kind]) => kind)).toEqual([
    'kind',
    'document',
    'claim',
    'note',
    'note',
    'thread member',
    'change: number'
  ])
  expect(new Set(rows.map((row) => row.length)).size).toBe(1)
})

test('no cell of a table is a formula, and every text comes back whole', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', 'a', '"'),
      fc.string(),
      (first, rest) => {
        const text = first + rest
        const rows = table(RENDERERS.csv(example(text)))
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
        const column = rows[0]?.indexOf('quotation') ?? -1
        expect([text, `'${text}`]).toContain(rows[2]?.[column])
      }
    ),
    { numRuns: 200 }
  )
})

test('CSL-JSON names the documents as citation managers read them', () => {
  expect(JSON.parse(RENDERERS.csl(example()))).toMatchObject([
    {
      id: 'D1',
      type: 'article-newspaper',
      title: 'Boats lost at Tolm',
      author: [{ literal: 'Boats lost at Tolm' }],
      'container-title': 'Boats lost at Tolm',
      issued: { 'date-parts': [[2029, 12, 31]] },
      accessed: { 'date-parts': [[2030, 1, 1]] },
      URL: 'https://courier.example/a?b=1&c=2',
      language: 'en'
    }
  ])
})

test('BibTeX keeps its braces in pairs and escapes its signs', () => {
  const text = RENDERERS.bibtex(example('50 % of {all} boats & more_\\ #1 $2 ~ ^'))

  expect(text).toContain(
    'title = {{50 \\% of all boats \\& more\\_\\textbackslash{} \\#1 \\$2 \\textasciitilde{} \\textasciicircum{}}}'
  )
  expect(text.split('{').length).toBe(text.split('}').length)
  expect(text).toContain('year = {2029}')
})

test('a claim review is made only of what the reader judged, on a scale that rises', () => {
  const dossier = example()
  const [claim] = dossier.claims
  if (claim?.verdict === undefined) throw new Error('a verdict is needed')
  const { verdict } = claim
  const judged = (credibility: 1 | 6) => ({ ...claim, verdict: { ...verdict, credibility } })
  const claims = [claim, judged(1), judged(6), { ...claim, verdict: undefined }]

  // A claim without the property, as the library makes it.
  const made = JSON.parse(JSON.stringify({ ...dossier, claims }))
  const graph = JSON.parse(RENDERERS.claimreview(made))

  expect(graph['@context']).toBe('https://schema.org')
  expect(graph['@graph'].map((one: { reviewRating: unknown }) => one.reviewRating)).toEqual([
    { '@type': 'Rating', ratingValue: 2, bestRating: 5, worstRating: 1, alternateName: 'doubtful' },
    {
      '@type': 'Rating',
      ratingValue: 5,
      bestRating: 5,
      worstRating: 1,
      alternateName: 'confirmed'
    },
    { '@type': 'Rating', alternateName: 'cannot be judged' }
  ])
  expect(graph['@graph'][0]).toMatchObject({
    claimReviewed: 'Boats lost at Tolm',
    itemReviewed: { appearance: { headline: 'Boats lost at Tolm', datePublished: '2029-12-31' } }
  })
})

test('a dossier of nothing is still a document in every format', () => {
  const dossier = example()
  const empty = {
    ...dossier,
    documents: [],
    claims: [],
    notes: [],
    threads: [],
    comparisons: [],
    grades: []
  }

  for (const [format, render] of Object.entries(RENDERERS))
    if (format !== 'bibtex') expect(render(empty)).not.toBe('')
})

test('what is to be read names categories and relations in words', () => {
  const { threads, ...rest } = example()
  const [thread] = threads
  const [member] = thread?.members ?? []
  if (thread === undefined || member === undefined) throw new Error('a thread is needed')
  const changed = { ...thread, members: [{ ...member, relation: 'same-wording' as const }] }
  for (const format of ['md', 'html'] as const) {
    const text = RENDERERS[format]({ ...rest, threads: [changed] })
    expect(text).toContain('said by a side')
    expect(text).toContain('same wording')
    expect(text).not.toMatch(/PARTY|same-wording/)
  }
})
