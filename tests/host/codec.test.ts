import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codec } from '../../tools/electron-host/codec.ts'

const travel = (value: unknown): unknown =>
  codec.decode(JSON.parse(JSON.stringify(codec.encode(value))))

const cyclic: Record<string, unknown> = { name: 'ring' }
cyclic['self'] = cyclic
const shared = { n: 1 }
const deep = Array.from({ length: 500 }).reduce<unknown>((inner) => ({ inner }), 'end')
const withPrototypeKey = JSON.parse('{"__proto__": {"polluted": true}, "$t": "u"}') as unknown

describe('a value comes back equal', () => {
  test.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['NaN', NaN],
    ['minus zero', -0],
    ['infinities', [Infinity, -Infinity]],
    ['a big integer', 2n ** 70n],
    ['a lone surrogate', 'a\ud800b'],
    ['control characters and separators', '\0\u2028\u2029😀'],
    ['a date', new Date('2024-02-29T12:00:00Z')],
    ['an invalid date', new Date(NaN)],
    ['a regular expression', /a(b)?/giu],
    ['a map with object keys', new Map<unknown, unknown>([[{ k: 1 }, new Map([[1, 2]])]])],
    ['a set', new Set([1, 'two', null])],
    ['a buffer', new Uint8Array([0, 128, 255]).buffer],
    ['bytes', new Uint8Array([0, 128, 255])],
    ['floating point numbers', new Float64Array([0.1, -2.5])],
    ['big integers in an array', new BigInt64Array([-1n, 5n])],
    ['a view of a part', new DataView(new Uint8Array([1, 2, 3, 4]).buffer, 1, 2)],
    ['boxed primitives', [Object(1), Object('a'), Object(true)]],
    ['missing items', [1, , 3]], // eslint-disable-line no-sparse-arrays -- the hole is the case
    ['undefined members', { a: undefined, b: [undefined] }],
    ['keys that look like tags', { $t: 'u', v: 1 }],
    ['a key named __proto__', withPrototypeKey],
    ['five hundred levels', deep]
  ])('%s', (_name, value) => {
    expect(travel(value)).toStrictEqual(value)
  })

  test('an error keeps class, message, stack and cause', () => {
    const error = new RangeError('too far', { cause: new TypeError('why') })

    const back = travel(error) as RangeError

    expect(back).toBeInstanceOf(RangeError)
    expect(back.message).toBe('too far')
    expect(back.stack).toBe(error.stack)
    expect(back.cause).toBeInstanceOf(TypeError)
  })

  test('cycles and shared objects keep their identity', () => {
    const [ring, first, second] = travel([cyclic, shared, { shared }]) as [
      { self: unknown },
      object,
      { shared: object }
    ]

    expect(ring.self).toBe(ring)
    expect(second.shared).toBe(first)
  })

  test('an instance of a class comes back as a plain object', () => {
    class Point {
      x = 1
      length() {
        return this.x
      }
    }

    expect(travel(new Point())).toStrictEqual({ x: 1 })
  })

  test('any JSON-like value', () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true })
    fc.assert(
      fc.property(anything, (value) => {
        expect(travel(value)).toEqual(value)
      }),
      { numRuns: 300 }
    )
  })
})

test.each<[string, unknown]>([
  ['a function', () => 1],
  ['a symbol', Symbol('s')],
  ['a promise', Promise.resolve()],
  ['a weak map', new WeakMap()],
  ['a file', new File(['x'], 'x.txt')],
  ['a function deep inside', { list: [{ run: () => 1 }] }]
])('%s is refused as structured clone refuses it', (_name, value) => {
  expect(() => codec.encode(value)).toThrow('An object could not be cloned.')
})

test('nothing that is decoded reaches Object.prototype', () => {
  travel(withPrototypeKey)

  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})
