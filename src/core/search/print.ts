import type { Query } from './query'

/** Returns the query as it would be typed; parsing it gives an equal query. */
export function print(query: Query): string {
  switch (query.kind) {
    case 'all':
      return ''
    case 'word':
      return query.text + (query.prefix ? '*' : '')
    case 'phrase':
      return `"${query.words.join(' ')}"` + (query.slop > 0 ? `~${query.slop}` : '')
    case 'regex':
      return `/${query.source}/`
    case 'field':
      return `${query.field}:${quoted(query.value)}`
    case 'near':
      return `${operand(query.left, true)} NEAR/${query.distance} ${operand(query.right, false)}`
    case 'not':
      return `-${bracketed(query.part, ['and', 'or', 'near', 'not'])}`
    case 'and':
      return query.parts.map((part) => bracketed(part, ['or', 'and'])).join(' ')
    case 'or':
      return query.parts.map((part) => bracketed(part, ['and', 'or'])).join(' OR ')
  }
}

function operand(query: Query, left: boolean): string {
  return bracketed(query, left ? ['or', 'and'] : ['or', 'and', 'near'])
}

function bracketed(query: Query, kinds: readonly Query['kind'][]): string {
  return kinds.includes(query.kind) ? `(${print(query)})` : print(query)
}

function quoted(value: string): string {
  return /[\s()]/u.test(value) ? `"${value}"` : value
}
