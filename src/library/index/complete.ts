import { lex } from '../../core/search/lexer'
import { LABEL_NAMES } from '../../core/claims/label-names'
import { FIELDS, type Field } from '../../core/search/query'
import { termsOf } from '../../core/search/tokens'
import type { Completion } from '../../shared/shapes'
import type { PostingsStore } from './store'
import type { Vocabulary } from './vocabulary'

/** Most completions. As the contract says. */
const MOST = 12
/** Words are offered from this many letters on. */
const SHORTEST = 2

/** Values of fields that have a few. */
const VALUES: { readonly [F in Field]?: readonly string[] } = {
  type: ['txt', 'md', 'html', 'singlefile', 'mhtml', 'pdf', 'epub', 'docx', 'eml', 'mbox', 'warc'],
  label: LABEL_NAMES,
  origins: ['1', '<2', '>=2', '>=3'],
  has: ['claims', 'overlaps', 'note', 'verdict', 'tag', 'versions', 'problems', 'date', 'author'],
  is: ['unread', 'read', 'starred'],
  match: ['exact']
}

/** Returns completions of the token that ends at or holds the caret: field names, values of fields, words. */
export function completions(
  text: string,
  caret: number,
  tools: { readonly store: PostingsStore; readonly vocabulary: Vocabulary }
): Completion[] {
  const token = lex(text.slice(0, caret)).at(-1)
  if (token === undefined || token.span.end !== caret) return []
  if (token.kind === 'field') {
    const replace = { start: token.valueAt, end: caret }
    if (token.field === 'site') return sites(token.value, replace, tools.store)
    const typed = token.value.toLowerCase()
    return (VALUES[token.field] ?? [])
      .filter((value) => value.startsWith(typed) && value !== typed)
      .map((text) => ({ text, replace, detail: token.field }))
  }
  if (token.kind !== 'word' || token.prefix) return []
  const typed = token.text
  const replace = token.span
  const found: Completion[] = FIELDS.filter((field) => field.startsWith(typed.toLowerCase())).map(
    (field) => ({ text: `${field}:`, replace, detail: 'field' })
  )
  const terms = termsOf(typed)
  const [prefix = ''] = terms
  if (terms.length === 1 && prefix.length >= SHORTEST) {
    for (const { word, documents } of tools.vocabulary.beginningWith(prefix, MOST)) {
      if (word !== prefix) found.push({ text: word, replace, detail: String(documents) })
    }
  }
  return found.slice(0, MOST)
}

function sites(value: string, replace: Completion['replace'], store: PostingsStore): Completion[] {
  const { documents } = store
  const bySite = new Uint32Array(documents.siteNames.length)
  for (let doc = 1; doc <= documents.last; doc++) {
    const site = documents.sites[doc] ?? 0
    if (documents.alive[doc] === 1) bySite[site] = (bySite[site] ?? 0) + 1
  }
  const counts = new Map<string, number>()
  bySite.forEach((count, site) => {
    const [name = '', host = ''] = (documents.siteNames[site] ?? '').split('\n')
    const shown = (name === '' ? host : name).replaceAll('"', ' ')
    if (count > 0 && shown !== '') counts.set(shown, (counts.get(shown) ?? 0) + count)
  })
  const wanted = value.toLowerCase()
  return [...counts]
    .filter(([name]) => name.toLowerCase().includes(wanted))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([name, count]) => ({
      text: /[\s()]/.test(name) ? `"${name}"` : name,
      replace,
      detail: String(count)
    }))
}
