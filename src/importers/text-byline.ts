import type { Found } from '../core/article/article'
import { readDate } from '../core/article/dates'
import { tidyByline } from '../core/article/metadata'
import { FOOT_LINES, HEAD_LINES, MAX_HEAD_LINE, type Line } from './text-lines'

const BYLINE =
  /^(?:(?:written|reported|compiled|story|words|text)\s+)?by[:\s]\s?(\p{Lu}.{2,100})$/iu

/** Returns the authors as their line names them, from the head or the foot. */
export function findByline(lines: readonly Line[]): Found<string> | undefined {
  const places = [...lines.slice(0, HEAD_LINES), ...lines.slice(HEAD_LINES).slice(-FOOT_LINES)]
  for (const { text } of places) {
    if (text.length > MAX_HEAD_LINE) continue
    const names = BYLINE.exec(text)?.[1]
    if (names === undefined || text.split(/\s+/).length > 16 || /[.!?]$/.test(text)) continue
    if (/^\p{Lu}/u.test(names) && tidyByline(names).some(isName))
      return { value: names, from: 'byline' }
  }
  return undefined
}

/** Says whether words look like a name: two to six of them or one, mostly with capitals. */
function isName(name: string): boolean {
  const words = name.split(/\s+/)
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length
  return words.length <= 6 && capitals >= Math.ceil(words.length / 2)
}

/** Returns the day on which a text says that it was published. */
export function findDate(
  lines: readonly Line[],
  titleLine: number | undefined
): Found<string> | undefined {
  const start = titleLine ?? 0
  const places = [...lines.slice(0, 3), ...lines.slice(start, start + HEAD_LINES)]
  for (const { text } of places) {
    if (text.length > MAX_HEAD_LINE) continue
    if (text.split(/\s+/).length > 14 || /^updated/i.test(text)) continue
    const date = readDate(text)
    if (date !== undefined) return { value: date, from: 'text' }
  }
  return undefined
}
