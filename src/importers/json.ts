import { decode } from './bytes'
import type { ImportInput, Problem } from './importer'
import { ImportFailure, problem } from './outcome'
import { headOf } from './sniff'

/** Longest export, in characters: about six thousand articles. Higher needs more memory than a reader process has. */
const MAX_JSON_CHARS = 64 * 1024 * 1024

/** A JSON object whose values are yet to be looked at. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Says whether the file begins as JSON and names all of these keys in its first 64 KB. */
export function hasKeys(input: ImportInput, keys: readonly string[]): boolean {
  const head = headOf(input)
  return /^[[{]/.test(head) && keys.every((key) => head.includes(`"${key}"`))
}

/** What an export holds. */
export interface JsonExport {
  readonly objects: readonly JsonObject[]
  readonly problems: readonly Problem[]
}

/**
 * Returns the objects of an export: those in its list, or the one that it is. Of a list that is broken or cut off, the objects
 * before the break. Throws `ImportFailure`.
 */
export function readObjects(input: ImportInput): JsonExport {
  const decoded = decode(input.bytes, { kind: 'text' })
  const refusal = decoded.problems.find((found) => found.severity === 'error')
  if (refusal !== undefined) throw new ImportFailure(refusal.code, refusal.detail)
  if (decoded.text.length > MAX_JSON_CHARS) throw new ImportFailure('too-large', 'JSON export')
  try {
    const value: unknown = JSON.parse(decoded.text)
    return { objects: (Array.isArray(value) ? value : [value]).filter(isObject), problems: [] }
  } catch (error) {
    const detail = `JSON: ${error instanceof Error ? error.message : 'unknown reason'}`
    const objects = wholeObjects(decoded.text)
    if (objects.length === 0) throw new ImportFailure('damaged', detail)
    return { objects, problems: [problem('warning', 'damaged', detail)] }
  }
}

/** The objects that stand whole in a broken list, from its beginning. O(length). */
function wholeObjects(text: string): JsonObject[] {
  const objects: JsonObject[] = []
  let depth = 0
  let start = 0
  let quoted = false
  for (let at = text.indexOf('[') + 1; at > 0 && at < text.length; at++) {
    const char = text[at]
    if (quoted) {
      if (char === '\\') at++
      else if (char === '"') quoted = false
    } else if (char === '"') quoted = true
    else if (char === '{' || char === '[') {
      if (depth === 0) start = at
      depth++
    } else if ((char === '}' || char === ']') && --depth === 0) {
      const value = parsed(text.slice(start, at + 1))
      if (!isObject(value)) return objects
      objects.push(value)
    }
    if (depth < 0) return objects
  }
  return objects
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The break is inside of this object.
    return undefined
  }
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
