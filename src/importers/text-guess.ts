import type { Found } from '../core/article/article'
import { isProse } from '../core/article/furniture'
import { squeeze } from '../core/article/metadata'
import { sentences } from '../core/text/segment'
import { HEAD_LINES, type Line } from './text-lines'

/** Words of a sentence that stands for a missing title, and of a longer one's beginning. */
const MIN_GUESS_WORDS = 4
const MAX_GUESS_WORDS = 25
const CUT_WORDS = 12

/** "BEIRUT, Oct 17 (Reuters) - ": where, when and by whom a report was sent. */
const DATELINE =
  /^\p{Lu}[\p{Lu}\p{M} .,’'-]{2,40}(?:,\s\p{L}{3,9}\.?\s\d{1,2}(?:,\s\d{4})?)?\s?(?:\(\p{Lu}[\p{L} ]{1,24}\)\s?[-–—]{1,2}|[–—]|--)\s/u

/** Returns what stands for a missing title: the beginning of the running text, or the name of the file. */
export function guessTitle(lines: readonly Line[], fileName: string): Found<string> {
  const lead = lines.slice(0, HEAD_LINES).find(({ text }) => isProse(text)) ?? lines[0]
  const text = lead?.text.slice(0, 1_000).replace(DATELINE, '') ?? ''
  const [first] = sentences(text)
  const sentence = first === undefined ? '' : text.slice(first.start, first.end)
  const words = sentence.split(/\s+/)
  if (words.length >= MIN_GUESS_WORDS && words.length <= MAX_GUESS_WORDS)
    return { value: sentence, from: 'guess' }
  const named = titleOfFile(fileName)
  // Tools name files by numbers and hashes; the beginning of a long sentence says more.
  const telling = named.match(/\p{L}{3,}/gu)?.length ?? 0
  if (telling >= 2 || words.length < MIN_GUESS_WORDS) return { value: named, from: 'file name' }
  return { value: `${words.slice(0, CUT_WORDS).join(' ')}…`, from: 'guess' }
}

/** "2024-05-03_harbour-talks.txt" → "harbour talks". */
export function titleOfFile(fileName: string): string {
  const bare = fileName.replace(/\.[\p{L}\p{N}]{1,8}$/u, '')
  const tidy = squeeze(bare.replace(/^\d{4}-\d{2}-\d{2}[\s_-]+/, '').replace(/_+/g, ' '))
  const words = tidy.includes(' ') ? tidy : squeeze(tidy.replace(/-+/g, ' '))
  return words === '' ? fileName : words
}
