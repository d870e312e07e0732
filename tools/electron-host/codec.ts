type Plain = Record<string, unknown>
export interface Codec {
  encode(value: unknown): unknown
  decode(json: unknown): unknown
}

/**
 * Structured clone as JSON: what `encode` makes survives JSON.stringify and comes back from `decode` as an equal value.
 *
 * Tagged values are `{ $t: kind, v: content }`. The function stands alone, because its text also runs inside the page.
 */
export function makeCodec(
  toBase64: (bytes: Uint8Array) => string,
  fromBase64: (text: string) => Uint8Array<ArrayBuffer>
): Codec {
  const errors: Record<string, ErrorConstructor> = {
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError
  }
  const UNCLONEABLE = new Set(
    'Promise WeakMap WeakSet WeakRef Window MessagePort Blob File Generator'.split(' ')
  )
  const fail = (): never => {
    throw new Error('An object could not be cloned.')
  }

  function encode(root: unknown): unknown {
    const seen = new Map<object, number>()

    function walk(value: unknown): unknown {
      switch (typeof value) {
        case 'string':
        case 'boolean':
          return value
        case 'number':
          if (Object.is(value, -0)) return { $t: 'n', v: '-0' }
          return Number.isFinite(value) ? value : { $t: 'n', v: String(value) }
        case 'undefined':
          return { $t: 'u' }
        case 'bigint':
          return { $t: 'i', v: String(value) }
        case 'object':
          return value === null ? null : walkObject(value)
        default:
          return fail()
      }
    }

    function walkObject(value: object): unknown {
      const at = seen.get(value)
      if (at !== undefined) return { $t: '#', v: at }
      seen.set(value, seen.size)
      if (Array.isArray(value))
        return Array.from(value, (item, i) => (i in value ? walk(item) : { $t: 'h' }))
      const kind = Object.prototype.toString.call(value).slice(8, -1)
      return walkBuiltIn(value, kind) ?? walkPlain(value as Plain, kind)
    }

    function walkBuiltIn(value: object, kind: string): unknown {
      if (ArrayBuffer.isView(value))
        return {
          $t: 'b',
          k: kind,
          v: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
        }
      if (value instanceof ArrayBuffer)
        return { $t: 'b', k: kind, v: toBase64(new Uint8Array(value)) }
      if (value instanceof Date) return { $t: 'd', v: value.getTime() }
      if (value instanceof RegExp) return { $t: 'r', v: value.source, f: value.flags }
      if (value instanceof Map)
        return { $t: 'm', v: Array.from(value, ([key, item]) => [walk(key), walk(item)]) }
      if (value instanceof Set) return { $t: 's', v: Array.from(value, walk) }
      if (value instanceof Error)
        return {
          $t: 'e',
          n: value.name,
          m: value.message,
          k: value.stack,
          c: 'cause' in value ? walk(value.cause) : undefined
        }
      if (kind === 'Boolean' || kind === 'Number' || kind === 'String')
        return { $t: 'x', v: walk(value.valueOf()) }
      return undefined
    }

    function walkPlain(value: Plain, kind: string): unknown {
      if (UNCLONEABLE.has(kind) || (typeof Node !== 'undefined' && value instanceof Node)) fail()
      const keys = Object.keys(value)
      const entries = keys.map((key): [string, unknown] => [key, walk(value[key])])
      if (keys.includes('$t') || keys.includes('__proto__')) return { $t: 'o', v: entries }
      return Object.fromEntries(entries)
    }

    return walk(root)
  }

  function decode(root: unknown): unknown {
    // The n-th object made, as `encode` counted them.
    const made: unknown[] = []
    const keep = <T>(object: T): T => {
      made.push(object)
      return object
    }
    const define = (object: object, key: string, value: unknown): void => {
      // Assigning is many times faster, and for every other name the same.
      if (key !== '__proto__' && key !== 'stack') (object as Plain)[key] = value
      else
        Object.defineProperty(object, key, {
          value,
          enumerable: true,
          writable: true,
          configurable: true
        })
    }

    function walk(json: unknown): unknown {
      if (typeof json !== 'object' || json === null) return json
      if (Array.isArray(json)) return walkArray(json as unknown[])
      const tagged = json as Plain
      if (tagged['$t'] !== undefined) return walkTagged(tagged)
      const object = keep({})
      for (const key of Object.keys(json)) define(object, key, walk(tagged[key]))
      return object
    }

    function walkArray(items: unknown[]): unknown[] {
      const array = keep<unknown[]>(new Array(items.length))
      items.forEach((item, i) => {
        if ((item as Plain | null)?.['$t'] !== 'h') array[i] = walk(item)
      })
      return array
    }

    function walkTagged(tagged: Plain): unknown {
      // `encode` wrote these, so the content has the shape of its kind.
      const v = tagged['v'] as never
      switch (tagged['$t']) {
        case '#':
          return made[v]
        case 'n':
          return Number(v)
        case 'i':
          return BigInt(v)
        case 'd':
          return keep(new Date((v as number | null) ?? NaN))
        case 'r':
          return keep(new RegExp(v, tagged['f'] as string))
        case 'm': {
          const map = keep(new Map())
          for (const [key, item] of v as [unknown, unknown][]) map.set(walk(key), walk(item))
          return map
        }
        case 's': {
          const set = keep(new Set())
          for (const item of v as unknown[]) set.add(walk(item))
          return set
        }
        case 'o': {
          const object = keep({})
          for (const [key, item] of v as [string, unknown][]) define(object, key, walk(item))
          return object
        }
        case 'x': {
          const at = made.push(undefined) - 1
          return (made[at] = Object(walk(v)) as unknown)
        }
        case 'b':
          return keep(toBytes(fromBase64(v), tagged['k'] as string))
        case 'e':
          return toError(tagged)
        default:
          return undefined
      }
    }

    function toBytes(bytes: Uint8Array<ArrayBuffer>, kind: string): unknown {
      if (kind === 'Uint8Array') return bytes
      if (kind === 'ArrayBuffer') return bytes.buffer
      const View = (globalThis as unknown as Record<string, new (buffer: ArrayBuffer) => unknown>)[
        kind
      ]
      return View ? new View(bytes.buffer) : bytes
    }

    function toError(tagged: Plain): Error {
      const name = tagged['n'] as string
      const error = keep(new (errors[name] ?? Error)(tagged['m'] as string))
      if (error.name !== name) error.name = name
      define(error, 'stack', tagged['k'])
      Object.defineProperty(error, 'stack', { enumerable: false })
      if (tagged['c'] !== undefined)
        Object.defineProperty(error, 'cause', {
          value: walk(tagged['c']),
          enumerable: false,
          writable: true,
          configurable: true
        })
      return error
    }

    return walk(root)
  }

  return { encode, decode }
}

export const codec = makeCodec(
  (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  (text) => new Uint8Array(Buffer.from(text, 'base64'))
)
