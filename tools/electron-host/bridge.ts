interface Bridge {
  expose(key: string, api: unknown): void
}

type Packed = Record<string, unknown> & { readonly $bridge?: 'function' | 'promise' | 'error' }

interface Note {
  readonly op: 'call' | 'return' | 'settle' | 'free' | 'expose'
  readonly id?: number
  readonly ok?: boolean
  readonly key?: string
  readonly value?: unknown
}

/**
 * One half of the contextBridge; the same text runs once in the page's world and once in the preload's.
 *
 * Both worlds share the document, so each half tells the other by an event whose name is a secret; `detail` is cloned from world
 * to world. Functions and promises stay where they are and cross as numbers. Calls are synchronous, as Electron's are.
 * The function stands alone, because only its text reaches the page.
 */
export function makeBridge(ownName: string, otherName: string): Bridge {
  const dispatch = EventTarget.prototype.dispatchEvent.bind(window)
  const listen = EventTarget.prototype.addEventListener.bind(window)
  const Envelope = CustomEvent
  const functions = new Map<number, (...args: unknown[]) => unknown>()
  const numbers = new WeakMap<object, number>()
  const promises = new Map<
    number,
    { resolve(value: unknown): void; reject(value: unknown): void }
  >()
  const stands = new Map<number, WeakRef<object>>()
  let lastId = 0
  let returned: Note | undefined

  const tell = (note: Note) => dispatch(new Envelope(otherName, { detail: note }))
  const collected = new FinalizationRegistry<number>((id) => {
    stands.delete(id)
    tell({ op: 'free', id })
  })

  /** An object literal of either world: its prototype is some realm's Object.prototype, or none. */
  const isPlain = (value: object) => {
    const prototype = Object.getPrototypeOf(value) as object | null
    return prototype === null || Object.getPrototypeOf(prototype) === null
  }
  const put = (object: object, key: string, value: unknown): void => {
    if (key !== '__proto__') (object as Record<string, unknown>)[key] = value
    else
      Object.defineProperty(object, key, {
        value,
        enumerable: true,
        writable: true,
        configurable: true
      })
  }

  function pack(value: unknown, seen = new Map<object, unknown>()): unknown {
    if (typeof value === 'function') return packFunction(value as () => unknown)
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.')
    if (typeof value !== 'object' || value === null) return value
    if (value instanceof Promise) return packPromise(value)
    if (!Array.isArray(value) && !isPlain(value)) return value
    const known = seen.get(value)
    if (known !== undefined) return known
    return Array.isArray(value) ? packArray(value, seen) : packPlain(value as Packed, seen)
  }

  function packArray(items: readonly unknown[], seen: Map<object, unknown>): unknown[] {
    const copy = new Array<unknown>(items.length)
    seen.set(items, copy)
    items.forEach((item, at) => (copy[at] = pack(item, seen)))
    return copy
  }

  function packPlain(value: Packed, seen: Map<object, unknown>): object {
    const copy = {}
    seen.set(value, copy)
    for (const key of Object.keys(value)) put(copy, key, pack(value[key], seen))
    return copy
  }

  function packFunction(value: () => unknown): Packed {
    let id = numbers.get(value)
    if (id === undefined || !functions.has(id)) {
      id = ++lastId
      numbers.set(value, id)
      functions.set(id, value)
    }
    return { $bridge: 'function', id }
  }

  function packPromise(promise: Promise<unknown>): Packed {
    const id = ++lastId
    promise.then(
      (value) => tell({ op: 'settle', id, ok: true, value: pack(value) }),
      (error: unknown) => tell({ op: 'settle', id, ok: false, value: packError(error) })
    )
    return { $bridge: 'promise', id }
  }

  const packError = (error: unknown): unknown =>
    error instanceof Error ? { $bridge: 'error', message: error.message } : pack(error)

  function unpack(value: unknown, seen = new Set<object>()): unknown {
    if (typeof value !== 'object' || value === null || seen.has(value)) return value
    const packed = value as Packed
    const id = packed['id'] as number
    if (packed.$bridge === 'function') return standFor(id)
    if (packed.$bridge === 'promise')
      return new Promise((resolve, reject) => promises.set(id, { resolve, reject }))
    if (packed.$bridge === 'error') return new Error(packed['message'] as string)
    if (!Array.isArray(value) && !isPlain(value)) return value
    seen.add(value)
    if (Array.isArray(value))
      value.forEach((item, at) => {
        if (typeof item === 'object') value[at] = unpack(item, seen)
      })
    else
      for (const key of Object.keys(value))
        if (typeof packed[key] === 'object') put(value, key, unpack(packed[key], seen))
    return value
  }

  function standFor(id: number): object {
    const known = stands.get(id)?.deref()
    if (known) return known
    const stand = (...args: unknown[]) => call(id, args)
    stands.set(id, new WeakRef(stand))
    collected.register(stand, id)
    return stand
  }

  function call(id: number, args: unknown[]): unknown {
    const outer = returned
    returned = undefined
    tell({ op: 'call', id, value: pack(args) })
    const answer = returned as Note | undefined
    returned = outer
    if (!answer) throw new Error('An object could not be cloned.')
    const value = unpack(answer.value)
    if (answer.ok) return value
    throw value
  }

  function answerCall(note: Note) {
    try {
      const args = unpack(note.value) as unknown[]
      const value = functions.get(note.id ?? 0)?.(...args)
      tell({ op: 'return', ok: true, value: pack(value) })
    } catch (error) {
      tell({ op: 'return', ok: false, value: packError(error) })
    }
  }

  const freeze = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || !isPlain(value)) return value
    for (const item of Object.values(value)) freeze(item)
    return Object.freeze(value)
  }

  listen(
    ownName,
    (event) => {
      event.stopImmediatePropagation()
      const note = (event as CustomEvent<Note | null>).detail
      if (!note) return
      const id = note.id ?? 0
      if (note.op === 'call') answerCall(note)
      else if (note.op === 'return') returned = note
      else if (note.op === 'free') functions.delete(id)
      else if (note.op === 'expose')
        Object.defineProperty(window, note.key ?? '', {
          value: freeze(unpack(note.value)),
          enumerable: true
        })
      else {
        promises.get(id)?.[note.ok ? 'resolve' : 'reject'](unpack(note.value))
        promises.delete(id)
      }
    },
    true
  )

  return { expose: (key, api) => tell({ op: 'expose', key, value: pack(api) }) }
}
