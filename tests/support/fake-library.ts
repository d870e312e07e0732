import { toCanonical } from '../../src/core/text/canonical'
import { flattened, type Span } from '../../src/core/text/span'
import type {
  ArticleQuery,
  ArticleView,
  ClaimThread,
  Excerpt,
  Hit,
  Progress,
  SearchRequest,
  Side
} from '../../src/shared/shapes'
import type { Calls } from '../../src/shared/contract'
import type { Decision } from '../../src/shared/decision'
import { FAKE_ARTICLES } from './fake-articles'
import { fakeOverview } from './fake-overview'
import { pageOf, textOf } from './fake-shelf'
import type { FakeShelf } from './fake-shelf'
import { fakeAlignment, fakeClaims } from './fake-text'

/** What changes while the fake library lives. */
export interface FakeState {
  open: boolean
  readonly progress: Progress | undefined
}

/** Answers the library's calls from invented reports. */
export function fakeLibrary(shelf: FakeShelf, state: FakeState): Partial<Calls> {
  const { stock, total, at, header, view, problem, claimRows } = shelf
  const long = stock.slice(0, stock.length - FAKE_ARTICLES.length)
  const decisions: { id: number; decided: string; decision: Decision; orphan: boolean }[] = []
  const undone: typeof decisions = []

  function hit(id: number, terms: readonly string[]): Hit | undefined {
    const { text } = textOf(at(id))
    const marks = terms.flatMap((term) => occurrences(text, term))
    const titleMarks = terms.flatMap((term) => occurrences(at(id).title, term))
    if (terms.some((t) => occurrences(text, t).length + occurrences(at(id).title, t).length === 0))
      return undefined
    marks.sort((x, y) => x.start - y.start)
    return {
      article: header(id),
      score: 1,
      titleMarks,
      excerpts: marks.slice(0, 2).map((m) => cut(text, m)),
      marks: flattened(marks)
    }
  }

  function search(request: SearchRequest) {
    const terms = request.text
      .toLowerCase()
      .replaceAll('"', '')
      .split(/\s+/)
      .filter((t) => t !== '' && !t.includes(':'))
    const all = Array.from({ length: Math.min(total, 500) }, (_, i) => i + 1)
    const hits = all.map((id) => hit(id, terms)).filter((h) => h !== undefined)
    return {
      total: hits.length,
      hits: hits.slice(request.offset, request.offset + request.limit),
      searched: terms.join(' AND '),
      notices:
        (request.text.split('"').length - 1) % 2 === 1
          ? [{ code: 'unclosed-quote' as const, text: request.text }]
          : [],
      ...(request.facets && {
        facets: [
          {
            field: 'site' as const,
            values: [
              { value: 'Harbour Post', count: 2, query: 'site:"Harbour Post"' },
              { value: 'Radio Ober', count: 1, query: 'site:"Radio Ober"' }
            ]
          },
          {
            field: 'month' as const,
            values: [{ value: '2031-03', count: hits.length, query: 'date:2031-03' }]
          }
        ]
      }),
      tookMs: 3
    }
  }

  const overlap = (a: number, b: number) => ({
    a,
    b,
    kind: b === 3 + long.length ? ('same-event' as const) : ('version' as const),
    containmentA: 0.52,
    containmentB: 0.47,
    resemblance: 0.33,
    words: 148,
    cosine: 0.8,
    passages: [
      {
        a: textOf(at(a)).blocks[4]?.span ?? { start: 0, end: 9 },
        b: textOf(at(b)).blocks[4]?.span ?? { start: 0, end: 9 },
        words: 31
      }
    ],
    items:
      b === 3 + long.length
        ? [
            { kind: 'place' as const, text: 'Tarn', weight: 0.6 },
            { kind: 'person' as const, text: 'Pell Aster', weight: 0.4 }
          ]
        : []
  })

  const thread = (): ClaimThread => {
    const rows = claimRows({ offset: 0, limit: 9, sort: 'weight' }).filter((r) =>
      r.text.includes('boats')
    )
    return {
      id: 't1',
      gist: 'Five boats destroyed at the Korvan bridge',
      origins: 1,
      originNames: ['Sarnian defence ministry'],
      sides: ['Sarnia'],
      members: rows.map((row, i) => ({
        ...row,
        relation: i === 0 ? ('first' as const) : ('number-differs' as const)
      })),
      claims: rows.length,
      documents: 3,
      newsrooms: 2,
      opponentsAgree: false,
      conflicts: ['5 / 5 + 3 boats'],
      denials: claimRows({ offset: 0, limit: 9, sort: 'weight', letter: 'D' }).slice(0, 1)
    }
  }

  return {
    status: () => ({
      folders: state.open
        ? [
            {
              id: 1,
              name: 'Korvan',
              display: '~/Reports/Korvan',
              enabled: true,
              articles: total,
              problems: 2,
              children: subFolders()
            }
          ]
        : [],
      articles: state.open ? total : 0,
      problems: 2,
      pending: 0,
      paused: false,
      ...(state.progress && { progress: state.progress })
    }),
    articles: (query: ArticleQuery) => {
      const ids = Array.from({ length: state.open ? total : 0 }, (_, i) => i + 1)
        .filter(
          (id) => query.subFolder === undefined || at(id).subFolder.startsWith(query.subFolder)
        )
        .filter((id) =>
          at(id)
            .title.toLowerCase()
            .includes(query.filter?.toLowerCase() ?? '')
        )
      if (query.descending) ids.reverse()
      return {
        total: ids.length,
        rows: ids.slice(query.offset, query.offset + query.limit).map(header)
      }
    },
    article: view,
    search,
    complete: (text, caret) => {
      const start = text.lastIndexOf(' ', caret - 1) + 1
      const word = text.slice(start, caret)
      return word === ''
        ? []
        : ['site:"Harbour Post"', 'source:ministry', 'label:disputed', 'date:2031-03']
            .filter((c) => c.startsWith(word))
            .map((c) => ({ text: c, replace: { start, end: caret }, detail: 'field' }))
    },
    overlaps: (id) =>
      stock
        .map((_, i) => i + 1)
        .filter((b) => b !== id)
        .slice(0, 3)
        .map((b) => ({
          overlap: overlap(id, b),
          other: header(b),
          ...(b === 2 && { origin: { text: 'Written by Harbour Post', copy: b } })
        })),
    clusters: (p) =>
      pageOf(
        [
          {
            cluster: {
              id: 1,
              kind: 'text' as const,
              members: [1, 2],
              longest: 1,
              distinctTexts: 2
            },
            title: at(1).title,
            members: [header(1), header(2)],
            pinned: []
          },
          {
            cluster: {
              id: 3,
              kind: 'event' as const,
              members: [1, 3, 4],
              longest: 1,
              distinctTexts: 3,
              hub: 3
            },
            title: at(3).title,
            members: [header(1), header(3), header(4)],
            pinned: []
          }
        ],
        p
      ),
    compare: (a, b) => {
      const [left, right] = [sideView(a), sideView(b)]
      const alignment = fakeAlignment(left, right)
      if (typeof a !== 'number' || typeof b !== 'number') return { a: left, b: right, alignment }
      return { a: left, b: right, alignment, overlap: overlap(a, b), order: 'a-first' as const }
    },
    collate: (ids) => {
      const witnesses = ids.map(view)
      const [base, ...others] = witnesses
      const aligned = others.map((w) => fakeAlignment(base ?? w, w))
      const rows = (base?.blocks ?? []).flatMap((block, i) => {
        if (block.furniture !== undefined) return []
        const cells = aligned.map((alignment, k) => {
          const row = alignment.rows.find((r) => r.a.includes(i) && r.b.length > 0)
          const span = row && others[k]?.blocks[row.b[0] ?? -1]?.span
          return row && span
            ? {
                span,
                relation: row.kind === 'equal' ? ('equal' as const) : ('edited' as const),
                edits: row.pairs.flatMap((p) => p.edits)
              }
            : null
        })
        return [[{ span: block.span, relation: 'base' as const, edits: [] }, ...cells]]
      })
      return {
        witnesses,
        collation: { rows: rows.map((cells, index) => ({ index, cells })), exhaustive: true }
      }
    },
    claims: (id) => fakeClaims(textOf(at(id))),
    claimList: (query) => pageOf(claimRows(query), query),
    threads: (query) => {
      const { members, ...all } = thread()
      return pageOf([{ ...all, members: members.slice(0, query.members) }], query)
    },
    numbers: (query) => {
      const [claim] = claimRows({ offset: 0, limit: 1, sort: 'weight' })
      const values =
        claim === undefined
          ? []
          : [
              { value: 3, claim },
              { value: 5, claim }
            ]
      const row = { counts: 'boat', unit: '', low: 3, high: 5, values, conflicts: ['3 / 5'] }
      return { ...pageOf([row], query), articles: [header(1), header(2)] }
    },
    ledger: (p) =>
      pageOf(
        ['Sarnian defence ministry', 'radio', 'governor', 'officials']
          .filter((name) => name.includes(p.filter ?? ''))
          .map((name) => {
            const rows = claimRows({ offset: 0, limit: 99, sort: 'weight' }).filter(
              (r) => r.source?.name === name
            )
            return {
              source: { name, type: 'ministry' as const, side: 'Sarnia' },
              says: rows.length,
              denies: 0,
              documents: 2
            }
          }),
        p
      ),
    ...fakeOverview(shelf),
    problems: (p) => pageOf([problem(1), problem(2)], p),
    decide: (decision) => {
      decisions.unshift({
        id: decisions.length + undone.length + 1,
        decided: '2031-03-06T11:00:00Z',
        decision,
        orphan: false
      })
      return decisions[0]?.id ?? 0
    },
    undoDecision: (id) => {
      undone.push(
        ...decisions.splice(
          decisions.findIndex((d) => d.id === id),
          1
        )
      )
    },
    redoDecision: (id) => {
      const at = undone.findIndex((d) => d.id === id)
      decisions.unshift(...undone.splice(at, 1))
    },
    decisions: (p) => {
      const { total, rows } = pageOf(decisions, p)
      return { total, rows: rows.map((row) => ({ ...row, reports: [] })) }
    },
    desk: (article) => {
      const own = decisions.filter(({ decision: d }) => 'article' in d && d.article === article)
      const is = (kind: 'star' | 'read') =>
        own.some(
          ({ decision: d }) =>
            (d.kind === 'star' && kind === 'star' && d.starred) ||
            (d.kind === 'read' && kind === 'read' && d.read)
        )
      return {
        notes: own.flatMap(({ id, decided, decision: d }) =>
          d.kind === 'note' ? [{ ...d, id, decided }] : []
        ),
        verdicts: own.flatMap(({ id, decided, decision: d }) =>
          d.kind === 'verdict' ? [{ ...d, id, decided }] : []
        ),
        tags: own.flatMap(({ decision: d }) => (d.kind === 'tag' && d.tagged ? [d.tag] : [])),
        starred: is('star'),
        read: is('read')
      }
    },
    notes: (p) =>
      pageOf(
        decisions.flatMap(({ id, decided, decision: d }) =>
          d.kind === 'note'
            ? [
                {
                  id,
                  decided,
                  text: d.text,
                  quote: '',
                  colour: d.colour,
                  article: header(d.article)
                }
              ]
            : []
        ),
        p
      ),
    exportComparison: (a, b, format) =>
      `${format} of ${sideView(a).header.title} and ${sideView(b).header.title}`
  }

  function sideView(side: Side): ArticleView {
    if (typeof side === 'number') return view(side)
    const canonical = toCanonical(
      side.text.split('\n').map((line) => ({ text: line, role: 'paragraph' as const }))
    )
    const { title } = side
    return { ...view(1), ...canonical, header: { ...header(1), id: 0, title, format: 'clipboard' } }
  }

  function subFolders() {
    const counts = new Map<string, number>()
    for (const article of stock)
      counts.set(article.subFolder, (counts.get(article.subFolder) ?? 0) + 1)
    return [...counts].map(([path, articles]) => ({ path, articles }))
  }
}

function occurrences(text: string, term: string): Span[] {
  const found: Span[] = []
  const low = text.toLowerCase()
  for (
    let at = low.indexOf(term);
    at >= 0 && found.length < 1000;
    at = low.indexOf(term, at + term.length)
  ) {
    found.push({ start: at, end: at + term.length })
  }
  return found
}

function cut(text: string, mark: Span): Excerpt {
  const start = Math.max(0, mark.start - 50)
  const end = Math.min(text.length, mark.end + 90)
  return {
    text: text.slice(start, end),
    span: { start, end },
    marks: [{ start: mark.start - start, end: mark.end - start }]
  }
}
