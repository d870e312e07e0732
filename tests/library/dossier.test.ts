import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Dossier } from '../../src/core/dossier/dossier'
import { checkSeal, sealed, sealedPdf, sha256 } from '../../src/library/seal'
import type { DossierFormat } from '../../src/shared/decision'
import { FailureError } from '../../src/shared/failure'
import { APP_VERSION } from '../../src/shared/version'
import { openLibrary, tempDir } from './support'

const ALL = { offset: 0, limit: 200, sort: 'added', descending: false } as const
const SEALED = ['json', 'md', 'html', 'csv', 'bibtex', 'claimreview'] as const
const CLAIM =
  'The Defense Ministry of Veld claimed that five Tolmian boats were destroyed on Monday.'
const FIRST = `Boats lost

${CLAIM} Officials in Tolm denied the claim.

The Courier could not independently verify the report.

Trade went on as before in both towns, and the ferry ran on time.
`
const SECOND = `Boats said to be lost

The Defense Ministry of Veld said three Tolmian boats were destroyed on Monday.

Markets in the town of Tolm were closed for the day.
`

async function withReports() {
  const dir = tempDir()
  writeFileSync(join(dir, 'one.txt'), FIRST)
  writeFileSync(join(dir, 'two.txt'), SECOND)
  const library = openLibrary()
  library.openFolder(dir)
  await library.idle()
  const ids = library.articles(ALL).rows.map(({ id }) => id)
  const start = library.article(ids[0] ?? 0).text.indexOf(CLAIM)
  return { library, ids, first: ids[0] ?? 0, sentence: { start, end: start + CLAIM.length } }
}

test('a dossier quotes marked claims word for word with hashes, offsets, cues and what stands behind them', async () => {
  const { library, ids, first, sentence } = await withReports()
  library.decide({ kind: 'verdict', article: first, sentence, credibility: 4, comment: 'One side' })
  library.decide({
    kind: 'note',
    article: first,
    span: sentence,
    text: 'Ask the port',
    colour: 'yellow'
  })
  library.decide({ kind: 'grade', source: 'Veld’s Defence Ministry', reliability: 'D' })

  const text = library.dossier({ articles: ids, minSeverity: 2, format: 'json' })

  const dossier = JSON.parse(text) as Dossier
  const view = library.article(first)
  expect(dossier).toMatchObject({ made: '2030-01-02T03:04:05.000Z', app: '0.1.0' })
  expect(dossier.documents[0]).toMatchObject({
    id: 'D1',
    title: view.header.title,
    file: 'one.txt',
    textSha256: view.contentHash,
    fileSha256: sha256(FIRST)
  })
  const claim = dossier.claims.find(({ quotation }) => quotation.exact === CLAIM)
  expect(claim).toMatchObject({
    quotation: { document: 'D1', ...sentence, sha256: sha256(CLAIM) },
    verdict: { credibility: 4, comment: 'One side', by: 'reader' }
  })
  expect(claim?.cues.map(({ words }) => words)).toContain('claimed')
  expect(claim?.source?.name).toContain('Veld')
  expect(claim?.source?.reliability).toBe('D')
  for (const { start, end, words } of claim?.cues ?? [])
    expect(view.text.slice(start, end)).toBe(words)
  expect(dossier.notes).toMatchObject([{ document: 'D1', text: 'Ask the port' }])
  expect(dossier.grades).toMatchObject([{ reliability: 'D' }])
  expect(checkSeal(Buffer.from(text))).toBe('untouched')
})

test('without articles named, those with a verdict, a note or a star are taken', async () => {
  const { library, first } = await withReports()
  const documents = () =>
    (JSON.parse(library.dossier({ minSeverity: 2, format: 'json' })) as Dossier).documents
  expect(documents()).toEqual([])

  library.decide({ kind: 'star', article: first, starred: true })

  expect(documents().map(({ file }) => file)).toEqual(['one.txt'])
})

test('a sentence with a verdict is in the dossier whatever its severity', async () => {
  const { library, first } = await withReports()
  const { text } = library.article(first)
  const start = text.indexOf('Trade went on')
  const sentence = { start, end: text.indexOf('.', start) + 1 }
  library.decide({ kind: 'verdict', article: first, sentence, credibility: 1, comment: '' })

  const dossier = JSON.parse(
    library.dossier({ articles: [first], minSeverity: 4, format: 'json' })
  ) as Dossier

  expect(dossier.claims.map(({ verdict }) => verdict?.credibility)).toContain(1)
})

test('comparisons and threads that are asked for are in it, and what does not exist is refused', async () => {
  const { library, ids, first } = await withReports()
  const [a, b] = [ids[0] ?? 0, ids[1] ?? 0]
  const thread = library.threads({ offset: 0, limit: 10 }).rows[0]

  const dossier = JSON.parse(
    library.dossier({
      articles: [],
      comparisons: [{ a, b }],
      threads: thread === undefined ? [] : [thread.id],
      minSeverity: 2,
      format: 'json'
    })
  ) as Dossier

  expect(dossier.comparisons).toMatchObject([{ a: 'D1', b: 'D2' }])
  expect(dossier.threads.map(({ gist }) => gist)).toEqual(thread === undefined ? [] : [thread.gist])
  const request = { minSeverity: 2, format: 'json' } as const
  expect(() => library.dossier({ ...request, articles: [999] })).toThrow(FailureError)
  expect(() => library.dossier({ ...request, threads: ['nonsense'] })).toThrow(FailureError)
  expect(() => library.dossier({ ...request, threads: [`${String(first)}:999`] })).toThrow(
    FailureError
  )
})

test.each(SEALED)(
  'a single changed, missing or added byte of a %s dossier is noticed',
  async (format) => {
    const { library, ids, first, sentence } = await withReports()
    library.decide({ kind: 'verdict', article: first, sentence, credibility: 2, comment: 'é“x”' })
    const bytes = Buffer.from(library.dossier({ articles: ids, minSeverity: 2, format }))
    expect(checkSeal(bytes)).toBe('untouched')

    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ mask
        expect(checkSeal(changed)).toBe('changed')
        expect(checkSeal(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]))).toBe(
          'changed'
        )
        expect(
          checkSeal(Buffer.concat([bytes.subarray(0, at), Buffer.from('x'), bytes.subarray(at)]))
        ).toBe('changed')
      }),
      { numRuns: 300 }
    )
  }
)

test('what is no dossier has no seal', () => {
  for (const text of ['', 'Hello', '{}', '<!doctype html><p>Hello'])
    expect(checkSeal(Buffer.from(text))).toBe('not-sealed')
  expect(sealed('[]\n', 'csl' satisfies DossierFormat)).toBe('[]\n')
})

test('single claims are chosen by their sentences, and notes can stay at home', async () => {
  const { library, ids, first, sentence } = await withReports()
  library.decide({
    kind: 'note',
    article: first,
    span: sentence,
    text: 'Ask the port',
    colour: 'yellow'
  })
  const gather = (choice: object) =>
    JSON.parse(
      library.dossier({ articles: ids, minSeverity: 2, format: 'json', ...choice })
    ) as Dossier

  const all = gather({})
  const one = gather({ claims: [{ article: first, sentence }], withoutNotes: true })
  const none = gather({ claims: [] })

  expect(all.claims.length).toBeGreaterThan(1)
  expect(one.claims.map(({ quotation }) => quotation.exact)).toEqual([CLAIM])
  expect(one.notes).toEqual([])
  expect(none.claims).toEqual([])
  expect(none.documents).toHaveLength(2)
  expect(none.notes).toHaveLength(1)
})

test('a PDF is sealed by a comment after its end, and every changed byte shows', () => {
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<</Title (Evidence dossier)>>\nendobj\n%%EOF')

  const file = sealedPdf(pdf)

  expect(file.toString('latin1')).toMatch(/%%EOF\n% seal sha256:[0-9a-f]{64}\n$/)
  expect(checkSeal(file)).toBe('untouched')
  for (let at = 0; at < file.length; at++) {
    const changed = Buffer.from(file)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(checkSeal(changed)).toBe('changed')
  }
})

test('the version that exports name is the one of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

  expect(APP_VERSION).toBe(version)
})
