import type { Block, BlockRole } from '../../src/core/article/article'
import { toCanonical } from '../../src/core/text/canonical'
import { words } from '../../src/core/text/segment'
import type { Span } from '../../src/core/text/span'
import type {
  ArticleHeader,
  ArticleQuery,
  ArticleView,
  Bridge,
  Calls,
  ClaimQuery,
  ClaimRow,
  ClaimThread,
  Decision,
  Excerpt,
  Hit,
  Page,
  Progress,
  SearchRequest,
  ShellCalls
} from '../../src/shared/contract'
import type { Failure } from '../../src/shared/failure'
import { failed, success } from '../../src/shared/result'
import { DEFAULT_SETTINGS } from '../../src/shared/settings'
import type { Settings } from '../../src/shared/settings'
import { FAKE_ARTICLES, longArticle } from './fake-articles'
import type { FakeArticle } from './fake-articles'
import { fakeAlignment, fakeClaims } from './fake-text'

export interface FakeOptions {
  /** Rows in the list; those beyond the written ones are copies with a number. */
  readonly articles?: number
  /** Words of two long reports put before the others. */
  readonly longWords?: number
  /** Starts without any folder. */
  readonly empty?: boolean
  /** A running import. */
  readonly progress?: Progress
  readonly settings?: Partial<Settings>
  /** Answers by call name that replace the built-in ones. */
  readonly answers?: Readonly<Record<string, (...args: never[]) => unknown>>
}

class Refusal extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

const ROLE: Readonly<Record<string, BlockRole>> = {
  '#': 'heading',
  '>': 'quote',
  '@': 'entry',
  '-': 'list-item'
}

function textOf(article: FakeArticle): { text: string; blocks: readonly Block[] } {
  return toCanonical(
    article.blocks.map((line) => {
      const sign = /^[#>@~-] /.exec(line)?.[0].charAt(0) ?? ''
      const role = ROLE[sign] ?? 'paragraph'
      return {
        text: sign === '' ? line : line.slice(2),
        role,
        ...(role === 'heading' && { level: 2 }),
        ...(sign === '~' && { furniture: 'share-button' })
      }
    })
  )
}

/** An in-memory library behind the window's bridge. Calls are recorded in `calls`; `notify` sends a notice. */
export function fakeBridge(options: FakeOptions = {}): Bridge & {
  readonly calls: { name: string; args: readonly unknown[] }[]
  notify(name: string, value: unknown): void
} {
  const long =
    options.longWords === undefined
      ? []
      : [longArticle(options.longWords, 1), longArticle(options.longWords, 2)]
  const stock = [...long, ...FAKE_ARTICLES]
  const total = Math.max(stock.length, options.articles ?? 0)
  const listeners = new Map<string, Set<(value: unknown) => void>>()
  let open = options.empty !== true
  let settings: Settings = { ...DEFAULT_SETTINGS, ...options.settings }
  const decisions: { id: number; decided: string; decision: Decision; orphan: boolean }[] = []
  const at = (id: number): FakeArticle => {
    const found = stock[(id - 1) % stock.length]
    if (id < 1 || id > total || found === undefined)
      throw new Refusal({ code: 'article-not-found', article: id })
    return id <= stock.length ? found : { ...found, title: `${found.title} (${id})` }
  }

  function header(id: number): ArticleHeader {
    const article = at(id)
    const marks = fakeClaims(textOf(article)).marks.filter((m) => m.highlight)
    return {
      id,
      title: article.title,
      authors: [article.author],
      publisher: article.publisher,
      published: article.published,
      saved: '2031-03-06T10:00:00Z',
      language: 'en',
      format: article.format,
      words: words(article.blocks.join(' ')).length,
      folder: 1,
      subFolder: article.subFolder,
      fileName: article.fileName,
      problems: article.fileName.startsWith('radio') ? 1 : 0,
      claims: {
        strong: marks.filter((m) => m.severity >= 3).length,
        soft: marks.filter((m) => m.severity < 3).length
      },
      overlaps: id <= stock.length ? 2 : 0,
      ...(id - long.length <= 2 && id > long.length && { cluster: 1 }),
      versions: id === long.length + 1 ? 2 : 1
    }
  }

  function view(id: number): ArticleView {
    const article = at(id)
    const canonical = textOf(article)
    return {
      header: header(id),
      text: canonical.text,
      blocks: canonical.blocks,
      metadata: {
        title: { value: article.title, from: 'front matter' },
        authors: { value: [article.author], from: 'byline' },
        publisher: { value: article.publisher, from: 'meta' },
        published: { value: article.published, from: 'text' },
        url: { value: `https://example.org/${article.fileName}`, from: 'header' },
        language: { value: 'en', from: 'guess' }
      },
      contentHash: '9f2c41d0e7'.repeat(6) + 'a0b1',
      sizeBytes: canonical.text.length,
      problems: header(id).problems > 0 ? [problem(1)] : [],
      versions: [
        { id, imported: '2031-03-06T10:00:00Z', current: true },
        ...(header(id).versions > 1
          ? [{ id: id + 1, imported: '2031-03-05T10:00:00Z', current: false }]
          : [])
      ]
    }
  }

  const problem = (id: number) => ({
    id,
    fileName: id === 1 ? 'radio-ober-live.md' : `scan-${id}.pdf`,
    subFolder: 'live',
    folder: 1,
    severity: id === 1 ? ('warning' as const) : ('error' as const),
    code: id === 1 ? 'bad-front-matter' : 'no-text-layer',
    where: '',
    detail: 'line 3: unexpected token'
  })

  function claimRows(query: ClaimQuery): ClaimRow[] {
    const ids = query.article === undefined ? stock.map((_, i) => i + 1) : [query.article]
    return ids.flatMap((id) => {
      const { text, blocks } = textOf(at(id))
      return fakeClaims({ text, blocks })
        .marks.filter((m) => m.letter !== undefined)
        .map((mark) => ({
          article: header(id),
          mark: mark.index,
          ...(mark.letter && { letter: mark.letter }),
          categories: mark.categories,
          severity: mark.severity,
          text: text.slice(mark.sentence.start, mark.sentence.end),
          sentence: mark.sentence,
          ...(mark.source && { source: mark.source }),
          via: mark.via,
          reason: mark.reason,
          thread: 't1',
          origins: 1
        }))
        .filter((row) => query.letter === undefined || row.letter === query.letter)
        .filter((row) => row.text.toLowerCase().includes(query.filter?.toLowerCase() ?? ''))
    })
  }

  const page = <T>(rows: readonly T[], { offset, limit }: Page) => ({
    total: rows.length,
    rows: rows.slice(offset, offset + limit)
  })

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
      marks
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
      documents: 3,
      newsrooms: 2,
      opponentsAgree: false,
      conflicts: ['5 / 5 + 3 boats'],
      denials: claimRows({ offset: 0, limit: 9, sort: 'weight', letter: 'D' }).slice(0, 1)
    }
  }

  const library: Partial<Calls> = {
    status: () => ({
      folders: open
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
      articles: open ? total : 0,
      problems: 2,
      pending: 0,
      paused: false,
      ...(options.progress && { progress: options.progress })
    }),
    articles: (query: ArticleQuery) => {
      const ids = Array.from({ length: open ? total : 0 }, (_, i) => i + 1)
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
      page(
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
            members: [header(1), header(2)]
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
            members: [header(1), header(3), header(4)]
          }
        ],
        p
      ),
    compare: (a, b) => ({
      a: view(a),
      b: view(b),
      alignment: fakeAlignment(view(a), view(b)),
      overlap: overlap(a, b),
      order: 'a-first' as const
    }),
    compareText: (a, text) => {
      const canonical = toCanonical(
        text.split('\n').map((line) => ({ text: line, role: 'paragraph' as const }))
      )
      const b = {
        ...view(a),
        ...canonical,
        header: { ...header(a), id: 0, title: 'Clipboard', format: 'clipboard' as const }
      }
      return { a: view(a), b, alignment: fakeAlignment(view(a), b) }
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
    claimList: (query) => page(claimRows(query), query),
    threads: (query) => page([thread()], query),
    ledger: (p) =>
      page(
        ['Sarnian defence ministry', 'radio', 'governor', 'officials'].map((name) => {
          const rows = claimRows({ offset: 0, limit: 99, sort: 'weight' }).filter(
            (r) => r.source?.name === name
          )
          return {
            source: { name, type: 'ministry' as const, side: 'Sarnia' },
            says: rows.length,
            denies: 0,
            documents: 2,
            rows
          }
        }),
        p
      ),
    problems: (p) => page([problem(1), problem(2)], p),
    decide: (decision) => {
      decisions.unshift({
        id: decisions.length + 1,
        decided: '2031-03-06T11:00:00Z',
        decision,
        orphan: false
      })
      return decisions.length
    },
    undoDecision: (id) => {
      decisions.splice(
        decisions.findIndex((d) => d.id === id),
        1
      )
    },
    decisions: (p) => page(decisions, p),
    exportComparison: (a, b, format) => `${format} of ${at(a).title} and ${at(b).title}`
  }

  function subFolders() {
    const counts = new Map<string, number>()
    for (const article of stock)
      counts.set(article.subFolder, (counts.get(article.subFolder) ?? 0) + 1)
    return [...counts].map(([path, articles]) => ({ path, articles }))
  }

  const shell: Partial<ShellCalls> = {
    chooseFolder: () => [(open = true) ? 1 : 0],
    openSample: () => ((open = true) ? 1 : 0),
    recentFolders: () => [{ id: 'r1', name: 'Korvan', display: '~/Reports/Korvan' }],
    openRecent: () => ((open = true) ? 1 : null),
    readClipboard: () => FAKE_ARTICLES[1]?.blocks.join('\n') ?? '',
    saveText: () => true,
    openLink: () => false,
    settings: () => settings,
    changeSettings: (change) => (settings = { ...settings, ...change }),
    appInfo: () => ({ version: '0.1.0', engine: 'preview', platform: 'linux' })
  }

  const answers = { ...library, ...shell, ...options.answers } as Record<
    string,
    ((...args: never[]) => unknown) | undefined
  >
  const calls: { name: string; args: readonly unknown[] }[] = []
  const notify = (name: string, value: unknown) => {
    for (const listener of listeners.get(name) ?? []) listener(value)
  }
  return {
    calls,
    notify,
    call: async (name, args) => {
      calls.push({ name, args })
      await Promise.resolve()
      try {
        const value = answers[name]?.(...(args as never[]))
        if (['chooseFolder', 'openSample', 'openRecent'].includes(name))
          notify('libraryChanged', { what: ['articles', 'overlaps', 'claims'] })
        return success(structuredClone(value))
      } catch (error) {
        if (error instanceof Refusal) return failed(error.failure)
        throw error
      }
    },
    on: (name, listener) => {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(listener))
      return () => set.delete(listener)
    },
    drop: () => {
      open = true
      notify('libraryChanged', { what: ['articles', 'overlaps', 'claims'] })
    }
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
