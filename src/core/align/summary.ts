import type { Change } from './model'

/** Most clauses of a summary. */
const MAX_CLAUSES = 3
/** Longest clause, in code units; a longer one is named by its kind alone. */
const MAX_CLAUSE = 110

/** Stands between what a report has and what the other has in its place. */
const ARROW = ' → '

/** Which report is known to be the earlier version. */
export type KnownOrder = 'a-first' | 'b-first'

/**
 * Returns up to three plain clauses on what differs in substance, heaviest first and each of another kind where there is a choice.
 * Only with a known order do they say what is new and what is gone.
 */
export function summarize(changes: readonly Change[], order: KnownOrder | undefined): string[] {
  const strong = changes.filter(
    ({ strength, kind }) => strength === 'strong' && kind !== 'addition' && kind !== 'omission'
  )
  const firstOfKind = strong.filter(
    (change, index) => strong.findIndex(({ kind }) => kind === change.kind) === index
  )
  const rest = strong.filter(
    (change) =>
      !firstOfKind.includes(change) &&
      !firstOfKind.some((other) => saysSame(change.text, other.text))
  )
  const chosen = [...firstOfKind, ...rest].slice(0, MAX_CLAUSES)
  if (chosen.length > 0) return chosen.map((change) => clauseOf(change, order))
  return loneCounts(changes, order)
}

/** Kinds whose words are signs of something and not what is told of. */
const CUES: ReadonlySet<Change['kind']> = new Set(['negation', 'hedge', 'status'])

/** "11 → 19 people" and "11 → 19" are one change told twice: headline and lead. */
const saysSame = (x: string, y: string): boolean => x.startsWith(y) || y.startsWith(x)

function clauseOf({ kind, text, a, b }: Change, order: KnownOrder | undefined): string {
  const label = LABELS[kind]
  if (text.length > MAX_CLAUSE) return `${label} differs`
  const lone = (a === undefined) !== (b === undefined) && !text.includes(ARROW)
  if (!lone) return `${label}: ${paired(text, order)}`
  const what = text.replace(/: in [AB], not in [AB].*$/u, '')
  if (order === undefined) return `${label}: ${what} in ${b === undefined ? 'A' : 'B'} alone`
  const gone = (order === 'a-first') === (b === undefined)
  if (CUES.has(kind)) return `${label}: “${what}” ${gone ? 'no longer there' : 'new'}`
  return gone ? `${what} no longer mentioned` : `now mentions ${what}`
}

/** Says a change that stands in both reports in words: "11 → 19 people" is "11 in A, 19 people in B", or "first 11, now 19 people". */
function paired(text: string, order: KnownOrder | undefined): string {
  const [left, right, ...more] = text.split(ARROW)
  if (left === undefined || right === undefined || more.length > 0) return text
  const [, now = right, degree = ''] = /^(.*?)(: (?:weaker|stronger))?$/su.exec(right) ?? []
  if (order === undefined) return `${left} in A, ${now} in B${degree}`
  const [first, last] = order === 'a-first' ? [left, now] : [now, left]
  return `first ${first}, now ${last}${order === 'a-first' ? degree : ''}`
}

const LABELS: Readonly<Record<Change['kind'], string>> = {
  number: 'number',
  quotation: 'quotation',
  attribution: 'source',
  hedge: 'certainty',
  negation: 'negation',
  time: 'time',
  place: 'place',
  name: 'name',
  status: 'state of the event',
  addition: 'statement',
  omission: 'statement',
  scope: 'scope',
  wording: 'wording',
  moved: 'order'
}

/** Says how many statements stand in one report alone, when nothing heavier differs. */
function loneCounts(changes: readonly Change[], order: KnownOrder | undefined): string[] {
  const count = (kind: Change['kind']) =>
    changes.filter((change) => change.kind === kind && change.strength !== 'minor').length
  const say = (many: number, known: string, plain: string) =>
    many === 0
      ? []
      : [
          `${many} ${many === 1 ? 'statement' : 'statements'} ${order === undefined ? plain : known}`
        ]
  const first = order === 'b-first' ? ['new', 'no longer there'] : ['no longer there', 'new']
  return [
    ...say(count('omission'), first[0] ?? '', 'in A, not in B'),
    ...say(count('addition'), first[1] ?? '', 'in B, not in A')
  ]
}
