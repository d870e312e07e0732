import type { Attribution } from './citation'
import { headOf, names } from './citation'
import { DETERMINERS, INSTITUTION_HEADS } from './cues/en/frames'
import { leftPhrase, rightPhrase, spanOf } from './phrases'
import { firstWithin, lastWithin } from './tokens'
import type { Token } from './tokens'
import { isPassive } from './verb-place'

/* Who says what by a noun or a phrase: "a claim by X that", "in X's view", "as X put it", "X put the toll at nine". */

/** What somebody says or holds. */
const SAID_NOUN =
  /^(?:claims?|allegations?|suggestions?|accusations?|assertions?|insistence|contention|argument|assessments?|estimates?|admission|assurances?|statements?|reports?|warnings?|belief|view|opinion|case|theory|prediction|forecast|conclusion|complaints?|charges?|denials?|testimony|evidence|account|remarks?|comments?)$/
/** "in X's view": what X holds or says. */
const HELD_NOUN =
  /^(?:view|opinion|words|telling|account|estimation|estimate|reckoning|version|judgment|judgement|assessment|retelling|admission|estimates|calculations|analysis|phrase)$/
/** How far behind "by" or "in" the noun of "in X's view" may stand, in tokens. */
const HELD_REACH = 7
/** How far behind "put" its "at" may stand, in tokens. */
const FIGURE_REACH = 16

/** Finds the attribution by noun or phrase that begins at a token. */
export function nominalAt(tokens: readonly Token[], i: number): Attribution | undefined {
  const token = tokens[i]
  if (token?.kind !== 'word') return undefined
  switch (token.lower) {
    case 'in':
    case 'by':
    case 'on':
      return held(tokens, i)
    case 'as':
      return asTold(tokens, i)
    case 'put':
    case 'puts':
    case 'peg':
    case 'pegs':
    case 'pegged':
    case 'putting':
      return figured(tokens, i)
    case 'counted':
    case 'recorded':
    case 'registered':
    case 'logged':
    case 'tallied':
    case 'documented':
      return counted(tokens, i)
    case 'that':
      return nounThat(tokens, i)
    case 'has':
    case 'have':
      return hasIt(tokens, i)
    case 'believe':
    case 'believed':
    case 'trusted':
      return onTrust(tokens, i)
    default:
      return undefined
  }
}

/** "in his view", "by the firm's own account", "in the words of the judge". */
function held(tokens: readonly Token[], i: number): Attribution | undefined {
  const first = tokens[i]
  const clause = i === 0 || tokens[i - 1]?.kind === 'mark' || tokens[i - 1]?.kind === 'quote'
  if (first === undefined || !clause) return undefined
  const at = firstWithin(
    tokens,
    [i + 2, i + HELD_REACH + 1],
    (t) => t.kind === 'word' && HELD_NOUN.test(t.lower)
  )
  const noun = tokens[at]
  if (noun === undefined) return undefined
  const inner = tokens.slice(i + 1, at)
  if (inner.some((t) => t.kind !== 'word')) return undefined
  const trailing = i > 0
  const cue = { start: first.start, end: noun.end }
  const of = tokens[at + 1]?.lower === 'of' ? rightPhrase(tokens, at + 2, false) : undefined
  if (of !== undefined) return { frame: 'according', cue, source: of, trailing, negated: false }
  const after = tokens[at + 1]
  const opens = i === 0 && (after?.raw === ',' || after?.kind === 'word')
  if (after !== undefined && after.kind === 'word' && !opens) return undefined
  const owner = inner.findLastIndex(
    (t) => /'s?$/.test(t.lower) || /^(?:his|her|their|its)$/.test(t.lower)
  )
  if (owner < 0) return undefined
  const source = spanOf(tokens, i + 1, i + 2 + owner)
  if (source === undefined) return undefined
  return { frame: 'according', cue, source, trailing, negated: false }
}

/** "The Herald has it that …": what a paper or a rumour tells. */
function hasIt(tokens: readonly Token[], i: number): Attribution | undefined {
  const first = tokens[i]
  const that = tokens[i + 2]
  if (first === undefined || tokens[i + 1]?.lower !== 'it' || that?.lower !== 'that')
    return undefined
  const left = leftPhrase(tokens, i)
  if (left === undefined) return undefined
  const cue = { start: first.start, end: tokens[i + 1]?.end ?? first.end }
  return { frame: 'says', ...left, cue, trailing: false, negated: false, relay: true }
}

/** "If you believe the Herald, …", "if the mayor is to be believed, …". */
function onTrust(tokens: readonly Token[], i: number): Attribution | undefined {
  const token = tokens[i]
  const at = lastWithin(tokens, [i - HELD_REACH, i], (t) => t.lower === 'if')
  if (token === undefined || at < 0) return undefined
  const cue = { start: tokens[at]?.start ?? token.start, end: token.end }
  const told = { frame: 'according', cue, trailing: at > 0, negated: false } as const
  if (token.lower === 'believe') {
    const reader = /^(?:you|one|we)$/.test(tokens[i - 1]?.lower ?? '') && at === i - 2
    const source = reader ? rightPhrase(tokens, i + 1, false) : undefined
    return source === undefined ? undefined : { ...told, source, relay: true }
  }
  if (tokens[i - 1]?.lower !== 'be' || tokens[i - 2]?.lower !== 'to') return undefined
  const source = spanOf(tokens, at + 1, i - 3)
  return source === undefined ? undefined : { ...told, source }
}

/** "as the coroner put it", "as Venn tells it". */
function asTold(tokens: readonly Token[], i: number): Attribution | undefined {
  const at = firstWithin(
    tokens,
    [i + 2, i + HELD_REACH + 1],
    (t, k) =>
      /^(?:put|puts|tells?|told|sees?|saw|described|describes|recalled|recalls|explained|explains|noted|notes)$/.test(
        t.lower
      ) && /^(?:it|things)$/.test(tokens[k + 1]?.lower ?? '')
  )
  const first = tokens[i]
  const last = tokens[at + 1]
  if (at < 0 || first === undefined || last === undefined) return undefined
  const source = spanOf(tokens, i + 1, at)
  if (source === undefined) return undefined
  const cue = { start: tokens[at]?.start ?? first.start, end: last.end }
  return { frame: 'says', cue, source, trailing: i > 0, negated: false }
}

/** "The institute counted 41 nests": a body's own figures. */
function counted(tokens: readonly Token[], i: number): Attribution | undefined {
  const token = tokens[i]
  if (token === undefined) return undefined
  const number = tokens
    .slice(i + 1, i + COUNT_REACH)
    .some((t) => /^\p{N}/u.test(t.raw) || COUNTS.test(t.lower))
  const left = number && !isPassive(tokens, i) ? leftPhrase(tokens, i) : undefined
  if (left === undefined || !INSTITUTION_HEADS.has(headOf(tokens, left.source))) return undefined
  const cue = { start: token.start, end: token.end }
  return { frame: 'says', ...left, cue, trailing: false, negated: false }
}

/** How far behind "counted" a number may stand, in tokens. */
const COUNT_REACH = 5
const COUNTS = /^(?:two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands)$/

/** "X put the toll at nine", "shippers peg the cost at $84 million", "X put it to her that". */
function figured(tokens: readonly Token[], i: number): Attribution | undefined {
  const token = tokens[i]
  const next = tokens[i + 1]
  if (token === undefined || next === undefined) return undefined
  const told = next.lower === 'it' && tokens[i + 2]?.lower === 'to'
  const quoted = next.raw === ':' && tokens[i + 2]?.kind === 'quote'
  const at = firstWithin(
    tokens,
    [i + 2, i + FIGURE_REACH],
    (t, k) =>
      /^(?:at|on)$/.test(t.lower) &&
      (tokens[k + 1]?.kind === 'quote' ||
        /^(?:\p{N}|[$£€]|about|around|some|more|between|nearly|almost|over|under|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|less|fewer|half|roughly|just|only)/u.test(
          tokens[k + 1]?.lower ?? tokens[k + 1]?.raw ?? ''
        ))
  )
  const figure =
    at > 0 &&
    (next.lower === 'it' || DETERMINERS.has(next.lower)) &&
    tokens.slice(i + 1, at).every((t) => t.kind === 'word')
  if (!told && !figure && !quoted) return undefined
  const cue = { start: token.start, end: token.end }
  if (token.lower === 'putting')
    return { frame: 'participle', cue, trailing: false, negated: false }
  const left = leftPhrase(tokens, i)
  if (left === undefined) return undefined
  return { frame: 'says', ...left, cue, trailing: false, negated: false }
}

/** "a claim by X that", "X's insistence that", "is of the view that". */
function nounThat(tokens: readonly Token[], i: number): Attribution | undefined {
  const that = tokens[i]
  if (that === undefined) return undefined
  const noun = lastWithin(
    tokens,
    [i - HELD_REACH, i],
    (t) => t.kind === 'word' && SAID_NOUN.test(t.lower)
  )
  const word = tokens[noun]
  if (word === undefined) return undefined
  const cue = { start: word.start, end: word.end }
  const said = { frame: 'says', cue, trailing: false, negated: false } as const
  const by = tokens[noun + 1]
  if (/^(?:by|from)$/.test(by?.lower ?? '') && noun + 2 < i) {
    const source = spanOf(tokens, noun + 2, i)
    const plain = tokens.slice(noun + 2, i).every((t) => t.kind === 'word')
    return source !== undefined &&
      plain &&
      (names(tokens, noun + 2) || DETERMINERS.has(tokens[noun + 2]?.lower ?? ''))
      ? { ...said, source }
      : undefined
  }
  if (noun !== i - 1) return undefined
  // "she gave evidence that she found"
  if (
    /^(?:evidence|testimony|warnings?)$/.test(word.lower) &&
    /^g(?:ave|ives?|iven|iving)$/.test(tokens[noun - 1]?.lower ?? '')
  ) {
    const left = leftPhrase(tokens, noun - 1)
    return left === undefined ? undefined : { ...said, ...left }
  }
  // "experts are of the view that", "it holds the opinion that"
  const held = tokens[noun - 1]?.lower === 'the' && /^(?:view|opinion|belief)$/.test(word.lower)
  const of = tokens[noun - 2]?.lower === 'of'
  if (held && (of || /^(?:hold|holds|held|take|takes|took)$/.test(tokens[noun - 2]?.lower ?? ''))) {
    const left = leftPhrase(tokens, of ? noun - 3 : noun - 2)
    return left === undefined ? undefined : { ...said, ...left }
  }
  // "it is the State's case that", "the firm's claim that"
  const owner = tokens[noun - 1]
  if (owner === undefined || !/'s?$/.test(owner.lower)) return undefined
  let start = noun - 1
  while (
    start > 0 &&
    tokens[start - 1]?.kind === 'word' &&
    noun - start < HELD_REACH &&
    (/^\p{Lu}/u.test(tokens[start - 1]?.raw ?? '') ||
      DETERMINERS.has(tokens[start - 1]?.lower ?? ''))
  ) {
    start--
    if (DETERMINERS.has(tokens[start]?.lower ?? '')) break
  }
  const source = spanOf(tokens, start, noun)
  return source === undefined ? undefined : { ...said, source }
}

/** "Mum Sandra was giving nothing away: “…”": a quotation behind a colon, of the one whom the sentence is about. */
export function colonQuote(tokens: readonly Token[]): Attribution | undefined {
  const colon = tokens.findIndex((t, k) => t.raw === ':' && tokens[k + 1]?.kind === 'quote')
  const mark = tokens[colon]
  if (mark === undefined || colon < 2) return undefined
  return {
    frame: 'participle',
    cue: { start: mark.start, end: mark.end },
    trailing: false,
    negated: false
  }
}
