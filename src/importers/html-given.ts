/** Says how much of a text stands in the text that a page gives to machines. */
export interface GivenText {
  /** Share of the text's runs that the given text has, 0…1; runs are three words, or six characters of scripts without spaces. */
  covers(text: string): number
  /** Paragraphs of the given text itself. */
  readonly paragraphs: readonly string[]
  readonly length: number
}

/** Code units from which a given text is taken for the article rather than its teaser. */
const MIN_GIVEN = 400

const WORDS = /[\p{L}\p{N}]+/gu
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Reads JSON-LD's `articleBody`; undefined when it is too short to be the article. Tags inside are dropped. O(length). */
export function readGiven(body: string | undefined): GivenText | undefined {
  if (body === undefined || body.length < MIN_GIVEN) return undefined
  const plain = body.replace(/<\/?[a-z][^<>]{0,400}>/gi, ' \n').replace(/\r/g, '')
  const runs = new Set(runsOf(plain))
  // Every block is asked about several times on the way to the article.
  const known = new Map<string, number>()
  return {
    covers: (text) => {
      const before = known.get(text)
      if (before !== undefined) return before
      const own = runsOf(text)
      const share = own.length === 0 ? 0 : own.filter((run) => runs.has(run)).length / own.length
      known.set(text, share)
      return share
    },
    paragraphs: plain
      .split(/\n+/)
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line !== ''),
    length: plain.length
  }
}

/** Sites join paragraphs without a space ("…end.Next…"), so runs never depend on what parts words. */
function runsOf(text: string): string[] {
  if (SPACELESS.test(text)) return grams(Array.from(text.replace(/[^\p{L}\p{N}]+/gu, '')), 6)
  return grams(text.toLowerCase().match(WORDS) ?? [], 3)
}

function grams(parts: readonly string[], size: number): string[] {
  const runs: string[] = []
  for (let i = 0; i + size <= parts.length; i++) runs.push(parts.slice(i, i + size).join(' '))
  return runs.length === 0 && parts.length > 0 ? [parts.join(' ')] : runs
}
