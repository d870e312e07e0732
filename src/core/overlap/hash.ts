const FNV_START = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** Where the hash of a word begins. */
export const EMPTY_WORD = FNV_START

/** Returns the hash of a word that is longer by one code unit. */
export function addUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, FNV_PRIME)
}

/** Returns a well-mixed 32-bit number. Source: the mixer of MurmurHash3, public domain. */
export function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Returns the 32-bit hash of a folded word. Source: FNV-1a, Fowler, Noll & Vo; finished with `mix`. */
export function hashWord(folded: string): number {
  let hash = EMPTY_WORD
  for (let index = 0; index < folded.length; index++) hash = addUnit(hash, folded.charCodeAt(index))
  return mix(hash)
}
