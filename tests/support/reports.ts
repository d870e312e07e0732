/** A generator of numbers in [0, 1) that gives the same ones for the same seed. Source: Mulberry32, public domain. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const PLACES = ['Tolm', 'Varen', 'Osterby', 'Hallin', 'Quay', 'Miravel', 'Dunmore', 'Estwick']
const WHO = [
  'the harbour office',
  'the mayor',
  'a spokesman',
  'the ferry company',
  'local media',
  'two officials who asked not to be named'
]
const SAID = ['said', 'claimed', 'confirmed', 'denied', 'reported']
const WHAT = [
  'the bridge would stay closed until repairs are done',
  'a storm had damaged the northern pier',
  'at least seven people were injured',
  'the ferry was delayed by fog',
  'talks with the dockers had failed again',
  'the lighthouse could not be reached',
  'the report could not be independently verified'
]

/** A short report about invented places, the same for the same number; every fifth repeats the paragraphs of the one before. */
export function report(number: number): string {
  const own = seeded(number % 5 === 4 ? number - 1 : number)
  const pick = (list: readonly string[]) => list[Math.floor(own() * list.length)] ?? ''
  const paragraphs = Array.from({ length: 4 + Math.floor(own() * 4) }, () => {
    const sentences = Array.from(
      { length: 3 },
      () =>
        `In ${pick(PLACES)}, ${pick(WHO)} ${pick(SAID)} ${pick(WHAT)} on day ${String(Math.floor(own() * 300))}.`
    )
    return sentences.join(' ')
  })
  return [`${pick(PLACES)} report ${String(number)}`, ...paragraphs].join('\n\n')
}
