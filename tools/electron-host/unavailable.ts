/** Names that languages and libraries look for on any object; asking for them is not a use of the API. */
const ASKED_BY_OTHERS = new Set([
  'then',
  'toJSON',
  'constructor',
  '__esModule',
  'asymmetricMatch',
  'nodeType'
])

/** Electron's object of that name as far as it exists here; any other member throws when it is asked for. */
export function only<T extends object>(name: string, part: T): T {
  return new Proxy(part, {
    get(target, key, receiver) {
      if (key in target || typeof key === 'symbol' || ASKED_BY_OTHERS.has(key))
        return Reflect.get(target, key, receiver) as unknown
      return unavailable(`${name}.${key}`)
    }
  })
}

export function unavailable(what: string): never {
  throw new Error(`${what} is not available over Chromium`)
}
