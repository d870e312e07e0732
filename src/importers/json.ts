import { decode } from './bytes'
import type { ImportInput } from './importer'
import { ImportFailure } from './outcome'
import { headOf } from './sniff'

/** Longest export, in characters; ten thousand articles have about 100 million. */
const MAX_JSON_CHARS = 256 * 1024 * 1024

/** A JSON object whose values are yet to be looked at. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Says whether the file begins as JSON and names all of these keys in its first 64 KB. */
export function hasKeys(input: ImportInput, keys: readonly string[]): boolean {
  const head = headOf(input)
  return /^[[{]/.test(head) && keys.every((key) => head.includes(`"${key}"`))
}

/** Returns the objects of an export: those in its list, or the one that it is. Throws `ImportFailure`. */
export function readObjects(input: ImportInput): JsonObject[] {
  const decoded = decode(input.bytes, { kind: 'text' })
  const refusal = decoded.problems.find((found) => found.severity === 'error')
  if (refusal !== undefined) throw new ImportFailure(refusal.code, refusal.detail)
  if (decoded.text.length > MAX_JSON_CHARS) throw new ImportFailure('too-large', 'JSON export')
  let value: unknown
  try {
    value = JSON.parse(decoded.text)
  } catch (error) {
    throw new ImportFailure(
      'damaged',
      `JSON: ${error instanceof Error ? error.message : 'unknown reason'}`
    )
  }
  return (Array.isArray(value) ? value : [value]).filter(isObject)
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Returns a text value, trimmed; numbers become text; undefined when there is nothing else or it is empty. */
export function textAt(object: JsonObject, key: string): string | undefined {
  const value = Object.hasOwn(object, key) ? object[key] : undefined
  const text =
    typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
  return text === '' ? undefined : text
}

/** Returns a list of texts: of the strings in it, or of its objects' `label`, `name` or `slug`. */
export function textsAt(object: JsonObject, key: string): string[] {
  const value = Object.hasOwn(object, key) ? object[key] : undefined
  if (!Array.isArray(value)) return []
  return value
    .map((item: unknown) => {
      if (typeof item === 'string') return item.trim()
      if (!isObject(item)) return ''
      return textAt(item, 'label') ?? textAt(item, 'name') ?? textAt(item, 'slug') ?? ''
    })
    .filter((text) => text !== '')
}
