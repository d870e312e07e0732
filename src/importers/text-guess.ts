import type { Found } from '../core/article/article'
import { isCaption, isScene } from '../core/article/captions'
import { isProse, lineRule } from '../core/article/furniture'
import { squeeze } from '../core/article/metadata'
import { sentences } from '../core/text/segment'
import { HEAD_LINES, type Line } from './text-lines'

/** Words of a sentence that stands for a missing title, and of a longer one's beginning. */
const MIN_GUESS_WORDS = 4
const MAX_GUESS_WORDS = 25
/** Words that the beginning of a long sentence keeps at least when it is cut at a clause, and those it keeps where no clause ends. */
const MIN_CLAUSE_WORDS = 10
const CUT_WORDS = 18
/** Words from which the name of a file is a title that a browser or clipper gave it. */
const MIN_NAME_WORDS = 5

/**
 * Returns what stands for a missing title: the name of the file where that is a sentence, else the first sentence of the lead without
 * its dateline, cut at the end of a clause.
 */
export function guessTitle(lines: readonly Line[], fileName: string): Found<string> {
  const named = titleOfFile(fileName)
  // Tools name files by numbers, hashes and catchwords; browsers by the title of the page.
  const telling = named.match(/\p{L}{3,}/gu)?.length ?? 0
  if (telling >= MIN_NAME_WORDS) return { value: named, from: 'file name' }
  const text = withoutDateline(squeezeMarks(findLead(lines)))
  const [first] = sentences(text)
  const sentence = first === undefined ? '' : text.slice(first.start, first.end)
  const words = sentence.split(/\s+/)
  if (words.length < MIN_GUESS_WORDS) return { value: named, from: 'file name' }
  return { value: words.length > MAX_GUESS_WORDS ? cutAtClause(words) : sentence, from: 'guess' }
}

/** Code units of a lead in which its first sentence is looked for. */
const MAX_LEAD = 1_000

/** A line that tells of the page or of the report's making, however long it is. */
const NO_LEAD =
  /^\W{0,6}(?:click\W{0,6}here\b|for more information\b|this live (?:coverage|blog)\b|follow (?:our|the) live\b|(?:\w{1,12} )?(?:editor|publisher)['’]?s?['’]? note\b|note to (?:readers|editors)\b|correction:|warning:)/i
/** "Editor's note" and the like, alone in their line. */
export const NOTE_HEAD =
  /^(?:\w{1,12} )?(?:editor|publisher|author)['’]?s?['’]? note\W{0,3}$|^note to (?:readers|editors)\W{0,3}$/i

/** Returns the first line of running text at the head that is the report's own. */
function findLead(lines: readonly Line[]): string {
  const head = lines.slice(0, HEAD_LINES)
  const noted = head.findIndex(({ text }) => text.length < 60 && NOTE_HEAD.test(text))
  // A note ends at a rule across the page.
  const rule = noted < 0 ? -1 : head.findIndex(({ text }, i) => i > noted && !/\p{L}/u.test(text))
  const leads = lines
    .map(({ text }, i) => ({ text: text.slice(0, MAX_LEAD), before: lines[i - 1]?.text ?? '' }))
    .slice(rule + 1, Math.max(rule + 1, 0) + HEAD_LINES)
    .filter(
      ({ text }) =>
        isProse(text) &&
        !NO_LEAD.test(text) &&
        lineRule(text) === undefined &&
        !isCaption(text) &&
        !isScene(text)
    )
  // What stands right below the credit of a picture tells what it shows, unless it is all the text there is.
  const lead = leads.find(({ before }) => !isCreditLine(before)) ?? leads[0]
  return lead?.text ?? lines[0]?.text.slice(0, MAX_LEAD) ?? ''
}

function isCreditLine(text: string): boolean {
  return text.length < 160 && isCaption(text) && !isProse(text)
}

/** Clippers leave the marks of bold words and of notes. */
function squeezeMarks(text: string): string {
  return text.replace(/\*{2,4}/g, '').replace(/\[{1,2}[\divx]{1,5}\]{1,2}(?:\(\S{0,200}\))?/g, '')
}

// ── datelines ─────────────────────────────────────────────────────────────────────────────────────

const DATELINES: readonly RegExp[] = [
  // "(Tidewire) - ", "BEIRUT, Oct 17 (Tidewire) - ", "ST. OLAV, Mich. (TW) — ", "(TW)Eight"
  /^(?:\p{Lu}[\p{L}\p{M}.’'-]{1,20}(?:[ ,]{1,2}\p{Lu}[\p{L}\p{M}.’'-]{0,20}){0,4}(?:, \p{L}{3,9}\.? \d{1,2}(?:, \d{4})?)?\s{0,2})?\(\p{Lu}[\p{L}. ]{1,24}\)\s{0,2}(?:[-–—:]{1,2}\s{0,2})?(?=["“‘']?\p{Lu})/u,
  // "TARN, Oct 17 — ", "TARN—", "TARN: "
  /^\p{Lu}[\p{Lu}\p{M} .,’'-]{2,40}(?:,\s\p{L}{3,9}\.?\s\d{1,2}(?:,\s\d{4})?)?(?:\s?[–—]\s{0,2}|\s--?\s{1,2}|:\s{1,2})(?=["“‘']?\p{Lu})/u,
  // "Tarn, Halland – ", "Tarn  " where the dash was lost
  /^\p{Lu}\p{Ll}{2,15}(?:[ ,]{1,2}\p{Lu}\p{Ll}{2,15}){0,2}(?:\s[–—]\s|\s{2,4})(?=["“‘']?\p{Lu})/u,
  // "Tarn: "
  /^\p{Lu}\p{Ll}{2,15}:\s{1,2}(?=\p{Lu})/u,
  // "TidePost.Net - "
  /^\p{L}{3,30}\.\p{L}{2,4}\s[-–—]\s/u
]

/** "BEIRUT, Oct 17 (Tidewire) - The harbour …" → "The harbour …": where, when and by whom a report was sent goes. */
function withoutDateline(text: string): string {
  for (const pattern of DATELINES) {
    const dateline = pattern.exec(text)?.[0]
    if (dateline !== undefined) return text.slice(dateline.length)
  }
  return text
}

// ── clauses ───────────────────────────────────────────────────────────────────────────────────────

/** Words that open a clause without a comma before it. */
const OPENERS =
  /^(?:as|while|whilst|after|before|because|although|though|when|where|which|who|whose|amid|following|aimed|according|despite|weil|während|nachdem|qui|lorsque|mientras|cuando|mentre)$/i

/** Words that wait for another: nothing is cut behind them. */
const DANGLING =
  /^(?:an?|the|of|to|in|on|for|and|or|its|his|her|their|was|were|is|are|be|by|with|from|that|than|at|under|der|die|das|und|de|la|le|et|y|\p{L}[\p{L}.]{0,6}\.)$/iu

/** Cuts a long sentence at the last mark within reach, else before the last word that opens a clause, else anywhere. */
function cutAtClause(words: readonly string[]): string {
  const near = words.slice(0, MAX_GUESS_WORDS)
  const mark = near.findLastIndex(
    (word, i) => i + 1 >= MIN_CLAUSE_WORDS && /(?:[,;:–—]|--)$/.test(word)
  )
  const opener = near.findLastIndex((word, i) => i >= MIN_CLAUSE_WORDS && OPENERS.test(word))
  let end = mark >= 0 ? mark + 1 : opener >= 0 ? opener : CUT_WORDS
  while (end > CUT_WORDS / 2 && DANGLING.test(near[end - 1] ?? '')) end--
  return `${near
    .slice(0, end)
    .join(' ')
    .replace(/\s\([^()]{0,80}$|[\s,;:–—-]{1,4}$/u, '')}…`
}

/** "2024-05-03_harbour-talks.txt" → "harbour talks". */
export function titleOfFile(fileName: string): string {
  const bare = fileName.replace(/\.[\p{L}\p{N}]{1,8}$/u, '')
  const tidy = squeeze(bare.replace(/^\d{4}-\d{2}-\d{2}[\s_-]+/, '').replace(/_+/g, ' '))
  const words = tidy.includes(' ') ? tidy : squeeze(tidy.replace(/-+/g, ' '))
  return words === '' ? fileName : words
}
