/** A number in digits with its separators. Bounded, so that a page of digits stays linear. */
const DIGITS = /\d{1,20}(?:[.,]\d{1,20}){0,8}/g

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' '
  )
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** Tells of every number written in digits: its plain value (`1250000`, `5.3`) and where it stands. */
export function eachNumber(
  text: string,
  tell: (value: string, start: number, end: number) => void
): void {
  DIGITS.lastIndex = 0
  for (let match = DIGITS.exec(text); match !== null; match = DIGITS.exec(text)) {
    tell(plainNumber(match[0]), match.index, match.index + match[0].length)
  }
}

/** Returns a written number as plain digits with a point: thousands separators and leading zeros gone. */
export function plainNumber(written: string): string {
  const parts = written.split(/[.,]/)
  const [head = '', ...rest] = parts
  const grouped = rest.length > 0 && head.length <= 3 && rest.every((part) => part.length === 3)
  // "1,250" is a thousand, "1.250" more often a fraction in English.
  if (grouped && (rest.length > 1 || written.includes(','))) return trimZeros(parts.join(''))
  const last = rest.length === 1 ? rest[0] : undefined
  if (last !== undefined) return `${trimZeros(head)}.${last}`
  return trimZeros(parts.join(''))
}

function trimZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '')
}

/** Returns the English words of a whole number below 100, none for others. */
export function numberWords(value: string): string[] {
  if (!/^\d{1,2}$/.test(value)) return []
  const number = Number(value)
  const unit = UNITS[number]
  if (unit !== undefined) return [unit]
  const ten = TENS[Math.floor(number / 10)] ?? ''
  return number % 10 === 0 ? [ten] : [ten, UNITS[number % 10] ?? '']
}
