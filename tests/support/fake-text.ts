import type {
  Alignment,
  AlignmentRow,
  Change,
  SentencePair,
  WordEdit
} from '../../src/core/align/model'
import type { Block } from '../../src/core/article/article'
import type {
  ArticleClaims,
  Category,
  Mark,
  MarkLetter,
  Severity
} from '../../src/core/claims/claim'
import { sentences, words } from '../../src/core/text/segment'
import type { Span } from '../../src/core/text/span'

interface Text {
  readonly text: string
  readonly blocks: readonly Block[]
}

const RULES: readonly [RegExp, MarkLetter, Category, Severity][] = [
  [/could not (?:independently )?verify/, 'V', 'UNVERIFIED', 4],
  [/no immediate confirmation|not yet commented|did not respond/, 'N', 'UNCONFIRMED', 3],
  [/denied|dismissed|ruled out/, 'D', 'DISPUTED', 3],
  [/claim(?:ed|s) (?:to|that)|accused/, 'S', 'ALLEGED', 3],
  [/condition of anonymity|Witnesses|Analysts/, 'U', 'ANONYMOUS', 3],
  [/unclear/, 'H', 'UNCLEAR', 3],
  [/ministry said/, 'S', 'PARTY', 2],
  [/reported that|according to state/, 'R', 'MEDIA', 2],
  [/probably|may |appear|likely/, 'H', 'HEDGED', 2],
  [/expected to|will /, 'P', 'HEDGED', 1]
]

/** Marks sentences by a handful of words: enough for the window to have something to show. */
export function fakeClaims(article: Text): ArticleClaims {
  const found = known.get(article.text) ?? makeClaims(article)
  known.set(article.text, found)
  return found
}

const known = new Map<string, ArticleClaims>()

function makeClaims(article: Text): ArticleClaims {
  const body = article.blocks.filter((b) => b.furniture === undefined && b.role !== 'heading')
  const marks: Mark[] = []
  for (const block of body) {
    const first = marks.length
    for (const sentence of sentences(article.text, block.span)) {
      const said = article.text.slice(sentence.start, sentence.end)
      const rule = RULES.find(([pattern]) => pattern.test(said))
      const found = rule?.[0].exec(said)
      const index = marks.length
      const status = rule?.[1] === 'V' || rule?.[1] === 'N'
      const cue = found && {
        start: sentence.start + found.index,
        end: sentence.start + found.index + found[0].length
      }
      const name = /ministry|radio|governor|officials|police/i.exec(said)
      marks.push({
        index,
        sentence,
        span: sentence,
        kind: status ? 'status' : 'claim',
        categories: rule ? [rule[2]] : ['PLAIN'],
        severity: rule?.[3] ?? 0,
        ...(rule && { letter: rule[1] }),
        highlight: (rule?.[3] ?? 0) >= 2,
        cues: rule && cue ? [{ span: cue, category: rule[2], ruleId: `preview-${rule[1]}` }] : [],
        ...(name && {
          source: {
            name: name[0] === 'ministry' ? 'Sarnian defence ministry' : name[0],
            type: name[0] === 'radio' ? 'state-media' : 'ministry',
            side: 'Sarnia',
            span: {
              start: sentence.start + name.index,
              end: sentence.start + name.index + name[0].length
            }
          }
        }),
        via: rule?.[1] === 'R' ? [{ name: 'State radio of Sarnia', type: 'state-media' }] : [],
        ...(status && { scope: { sure: marks.slice(first).map((m) => m.sentence), possible: [] } }),
        coveredBy: [],
        deniedBy: [],
        reason: found ? `“${found[0]}”: this report leaves it open.` : ''
      })
    }
  }
  const statuses = marks.filter((mark) => mark.scope !== undefined)
  return { marks: marks.map((mark) => ({ ...mark, coveredBy: coveredBy(mark, statuses) })) }
}

function coveredBy(mark: Mark, all: readonly Mark[]): number[] {
  return all
    .filter((other) => other.scope?.sure.some((span) => span.start === mark.sentence.start))
    .map((other) => other.index)
}

/** Pairs paragraphs by shared words; good enough to look at. */
export function fakeAlignment(a: Text, b: Text): Alignment {
  const left = a.blocks
    .map((block, i) => ({ block, i }))
    .filter((x) => x.block.furniture === undefined)
  const right = b.blocks
    .map((block, i) => ({ block, i }))
    .filter((x) => x.block.furniture === undefined)
  const used = new Set<number>()
  const partner = new Map<number, number>()
  const bags = left.map((x) => bag(a.text, x.block.span))
  right.forEach((r, at) => {
    const mine = bag(b.text, r.block.span)
    let best = -1
    let score = 0.35
    for (let k = Math.max(0, at - 12); k < Math.min(left.length, at + 12); k++) {
      const other = bags[k]
      if (used.has(k) || other === undefined) continue
      const now = likeness(mine, other)
      if (now > score) [best, score] = [k, now]
    }
    if (best >= 0) {
      used.add(best)
      partner.set(at, best)
    }
  })
  const rows: AlignmentRow[] = []
  const changes: Change[] = []
  let next = 0
  let highest = -1
  const push = (row: Omit<AlignmentRow, 'index' | 'changes'>): number => {
    const index = rows.length
    const found = changesOf(row, index, changes.length, a.text, b.text)
    changes.push(...found)
    rows.push({ ...row, index, changes: found.map((c) => c.index) })
    return index
  }
  const away: [number, number][] = []
  right.forEach((r, at) => {
    const k = partner.get(at)
    if (k === undefined) {
      push({
        kind: 'only-b',
        a: [],
        b: [r.i],
        pairs: pair(undefined, r.block.span, a.text, b.text)
      })
      return
    }
    const moved = k < highest
    while (!moved && next < k) {
      const l = left[next]
      if (l && !used.has(next))
        push({
          kind: 'only-a',
          a: [l.i],
          b: [],
          pairs: pair(l.block.span, undefined, a.text, b.text)
        })
      if (l && used.has(next) && [...partner].some(([bb, kk]) => kk === next && bb > at)) {
        away.push([next, push({ kind: 'moved-away', a: [l.i], b: [], pairs: [] })])
      }
      next++
    }
    const l = left[k]
    if (!l) return
    const pairs = pair(l.block.span, r.block.span, a.text, b.text)
    const equal = pairs.every((p) => p.relation === 'equal')
    const ghost = away.find(([kk]) => kk === k)
    const index = push({
      kind: equal ? 'equal' : 'changed',
      a: [l.i],
      b: [r.i],
      pairs,
      ...(ghost && { move: { other: ghost[1], direction: 'down' as const } })
    })
    const ghostRow = ghost && rows[ghost[1]]
    if (ghost && ghostRow)
      rows[ghost[1]] = { ...ghostRow, move: { other: index, direction: 'down' } }
    if (!moved) next = Math.max(next, k + 1)
    highest = Math.max(highest, k)
  })
  for (; next < left.length; next++) {
    const l = left[next]
    if (l && !used.has(next))
      push({
        kind: 'only-a',
        a: [l.i],
        b: [],
        pairs: pair(l.block.span, undefined, a.text, b.text)
      })
  }
  const count = (kind: AlignmentRow['kind']) => rows.filter((r) => r.kind === kind).length
  return {
    rows,
    changes,
    summary: changes.slice(0, 3).map((c) => c.text),
    counts: {
      moved: count('moved-away'),
      onlyA: count('only-a'),
      onlyB: count('only-b'),
      changed: count('changed'),
      equal: count('equal')
    },
    exhaustive: true
  }
}

function bag(text: string, span: Span): Set<string> {
  return new Set(words(text, span).map((w) => text.slice(w.start, w.end).toLowerCase()))
}

function likeness(a: Set<string>, b: Set<string>): number {
  let both = 0
  for (const word of a) if (b.has(word)) both++
  return both / Math.max(a.size, b.size, 1)
}

function changesOf(
  row: Omit<AlignmentRow, 'index' | 'changes'>,
  index: number,
  at: number,
  a: string,
  b: string
): Change[] {
  const base = { index: at, row: index, strength: 'strong' as const, weight: 1 / (at + 2) }
  const first = row.a.length === 0 ? 'addition' : 'omission'
  if (row.kind === 'only-a' || row.kind === 'only-b') {
    return [{ ...base, kind: first, text: row.kind === 'only-a' ? 'only in A' : 'only in B' }]
  }
  if (row.kind !== 'changed') return []
  return row.pairs
    .flatMap((p) => p.edits)
    .filter((e) => e.op !== 'equal')
    .slice(0, 2)
    .map((e, i) => {
      const said = `${a.slice(e.a.start, e.a.end).trim() || '–'} → ${b.slice(e.b.start, e.b.end).trim() || '–'}`
      const kind = /\d/.test(said)
        ? 'number'
        : /claim|confirm/.test(said)
          ? 'attribution'
          : 'wording'
      return {
        ...base,
        index: at + i,
        kind,
        a: e.a,
        b: e.b,
        text: said,
        strength: kind === 'wording' ? 'minor' : 'strong'
      }
    })
}

function pair(
  a: Span | undefined,
  b: Span | undefined,
  left: string,
  right: string
): SentencePair[] {
  if (!a || !b) {
    return [
      {
        relation: a ? 'only-a' : 'only-b',
        ...(a && { a }),
        ...(b && { b }),
        similarity: 0,
        edits: []
      }
    ]
  }
  const edits = fakeEdits(a, b, left, right)
  const equal = edits.every((e) => e.op === 'equal')
  return [{ relation: equal ? 'equal' : 'edited', a, b, similarity: equal ? 1 : 0.7, edits }]
}

/** Trims equal words at both ends and calls the middle replaced. */
function fakeEdits(a: Span, b: Span, left: string, right: string): WordEdit[] {
  const wa = words(left, a)
  const wb = words(right, b)
  const same = (i: number, j: number) => {
    const x = wa[i]
    const y = wb[j]
    return x && y && left.slice(x.start, x.end) === right.slice(y.start, y.end)
  }
  let head = 0
  while (head < Math.min(wa.length, wb.length) && same(head, head)) head++
  let tail = 0
  while (
    tail < Math.min(wa.length, wb.length) - head &&
    same(wa.length - 1 - tail, wb.length - 1 - tail)
  )
    tail++
  const a1 = wa[head]?.start ?? a.end
  const b1 = wb[head]?.start ?? b.end
  const a2 = tail === 0 ? (wa.at(-1)?.end ?? a.end) : (wa[wa.length - tail - 1]?.end ?? a1)
  const b2 = tail === 0 ? (wb.at(-1)?.end ?? b.end) : (wb[wb.length - tail - 1]?.end ?? b1)
  const edits: WordEdit[] = [
    { op: 'equal', a: { start: a.start, end: a1 }, b: { start: b.start, end: b1 } },
    {
      op: 'replace',
      a: { start: a1, end: Math.max(a1, a2) },
      b: { start: b1, end: Math.max(b1, b2) }
    },
    {
      op: 'equal',
      a: { start: Math.max(a1, a2), end: a.end },
      b: { start: Math.max(b1, b2), end: b.end }
    }
  ]
  return edits.filter((e) => e.a.end > e.a.start || e.b.end > e.b.start)
}
