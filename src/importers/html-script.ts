import { pageBlocks, type PageBlock } from './html-blocks'
import { weightOf } from './html-main'
import { descendants, parsePage, rawText, SILENT, type Page } from './html-tree'

/** Code units of a string in a script from which it may be an article. */
const MIN_STRING = 600
/** Strings tried, longest first, and code units of all scripts looked at. */
const MAX_STRINGS = 20
const MAX_SCRIPTS = 8_000_000

/**
 * Returns the text of pages that a script would have drawn: the longest string in the page's scripts that is HTML with sentences.
 * Scripts are read as text, never run. Empty when there is none. O(length of scripts).
 */
export function blocksInScripts(page: Page): PageBlock[] {
  let best: PageBlock[] = []
  let most = 0
  for (const html of htmlStrings(page)) {
    const inner = parsePage(html)
    const blocks = pageBlocks(inner.root, (element) => SILENT.has(element.tag))
    const weight = blocks.reduce((total, block) => total + Math.max(0, weightOf(block)), 0)
    if (weight > most) {
      best = blocks
      most = weight
    }
  }
  return most >= MIN_STRING ? best : []
}

function htmlStrings(page: Page): string[] {
  const found: string[] = []
  let budget = MAX_SCRIPTS
  for (const element of descendants(page.root)) {
    if (element.tag !== 'script') continue
    const source = rawText(element)
    budget -= source.length
    if (budget < 0) break
    for (const text of strings(source)) {
      // Frameworks put JSON into strings: one level more.
      const inner = /<p[\s>]|<br/i.test(text)
        ? [text]
        : text.includes('\\u003c') || text.includes('<')
          ? strings(text)
          : []
      found.push(
        ...inner.filter((one) => one.length >= MIN_STRING && /<(?:p|br|div)[\s/>]/i.test(one))
      )
    }
  }
  return found.sort((a, b) => b.length - a.length).slice(0, MAX_STRINGS)
}

/** Returns the long double-quoted strings of a script, with escapes resolved. */
function strings(source: string): string[] {
  const found: string[] = []
  for (let at = source.indexOf('"'); at >= 0;) {
    const end = closing(source, at + 1)
    if (end < 0) break
    if (end - at > MIN_STRING) {
      const text = unquote(source.slice(at, end + 1))
      if (text !== undefined) found.push(text)
    }
    at = source.indexOf('"', end + 1)
  }
  return found
}

function closing(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    const char = source.charCodeAt(at)
    if (char === 92) at++
    else if (char === 34) return at
    else if (char === 10) return at
  }
  return -1
}

function unquote(quoted: string): string | undefined {
  try {
    const value: unknown = JSON.parse(quoted)
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined // a string of JavaScript, not of JSON
  }
}
