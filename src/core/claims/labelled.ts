import type { Attribution } from './citation'
import type { Sentence } from './sentence'

/* Outlets that part a report by labels: "Source: Orla Venn, head of the district, on Telegram", "Quote from Venn: “…”", "Details: …". */

/** Who speaks in what follows, and what they are. */
const SOURCE =
  /^(Source): ((?:the )?\p{Lu}[\p{L}'.-]*(?: (?:(?:of|for|and|the) ){0,2}\p{Lu}[\p{L}'.-]*){0,9})(?:, ([^;,]{3,90}))?(?:[,;]? (?:on|via|in|at)\b[^.]{0,60})?\.?$/u
/** "Quote from Venn: “…”" */
const QUOTE =
  /^(?:Quote|Direct quote|Verbatim|Literally)(?: (?:from|by|of) ((?:the )?\p{Lu}[\p{L}'. -]{1,60}))?: ?(?=["“'‘])/u

/** The attribution that a label makes; undefined where there is none. */
export function labelled({ text, quotes }: Sentence): Attribution | undefined {
  const named = SOURCE.exec(text)
  if (named !== null) {
    const [, label = '', name = '', post] = named
    const start = text.indexOf(name, label.length)
    const at = post === undefined ? -1 : text.indexOf(post, start + name.length)
    return {
      frame: 'according',
      cue: { start: 0, end: label.length },
      source: { start, end: start + name.length },
      ...(post !== undefined && { beside: { start: at, end: at + post.length } }),
      trailing: false,
      negated: false
    }
  }
  const quote = quotes.length === 0 ? null : QUOTE.exec(text)
  const who = quote?.[1]
  if (quote === null || who === undefined) return undefined
  const start = text.indexOf(who)
  return {
    frame: 'according',
    cue: { start: 0, end: quote[0].indexOf(' ') },
    source: { start, end: start + who.length },
    trailing: false,
    negated: false
  }
}
