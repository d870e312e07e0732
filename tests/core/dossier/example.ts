import type { Dossier, DossierQuotation } from '../../../src/core/dossier/dossier'

/** A quotation of the first document. */
export function quotation(exact: string, start: number): DossierQuotation {
  return { document: 'D1', start, end: start + exact.length, exact, sha256: 'ab'.repeat(32) }
}

/** A dossier with one of everything; `text` stands wherever imported or typed text may stand. */
export function example(text = 'Boats lost at Tolm'): Dossier {
  const passage = quotation(text, 12)
  const support = {
    thread: '1:4',
    origins: 1,
    originNames: [text],
    documents: 3,
    newsrooms: 2,
    conflicts: [text]
  }
  return {
    format: 'briefing-reader-dossier',
    version: 1,
    app: '0.0.0',
    made: '2030-01-02T03:04:05.000Z',
    documents: [
      {
        id: 'D1',
        title: text,
        authors: [text],
        publisher: text,
        published: '2029-12-31',
        saved: '2030-01-01T10:00:00Z',
        url: 'https://courier.example/a?b=1&c=2',
        language: 'en',
        file: `folder/${text}`,
        words: 120,
        textSha256: 'cd'.repeat(32),
        fileSha256: 'ef'.repeat(32),
        tags: [text]
      }
    ],
    claims: [
      {
        id: 'C1',
        quotation: passage,
        letter: 'S',
        categories: ['PARTY'],
        severity: 3,
        reason: text,
        cues: [{ words: text, category: 'PARTY', rule: 'claimed', start: 12, end: 19 }],
        source: { name: text, type: 'ministry', reliability: 'C' },
        via: [text],
        coveredBy: [passage],
        deniedBy: [passage],
        support,
        verdict: {
          credibility: 4,
          comment: text,
          decided: '2030-01-02T00:00:00.000Z',
          by: 'reader'
        }
      }
    ],
    notes: [
      { document: 'D1', quotation: passage, text, decided: '2030-01-02T00:00:00.000Z' },
      { document: 'D1', text, decided: '2030-01-02T00:00:00.000Z' }
    ],
    threads: [
      {
        ...support,
        gist: text,
        sides: [text],
        opponentsAgree: true,
        members: [{ quotation: passage, relation: 'first', source: text }],
        denials: [passage],
        confirmedBy: passage
      }
    ],
    comparisons: [
      {
        a: 'D1',
        b: 'D1',
        containment: { aInB: 0.52, bInA: 0.23 },
        summary: [text],
        counts: { moved: 1, onlyA: 2, onlyB: 3, changed: 4, equal: 5 },
        changes: [{ kind: 'number', text, a: passage, b: passage }]
      }
    ],
    grades: [{ source: text, reliability: 'C', decided: '2030-01-02T00:00:00.000Z' }]
  }
}
