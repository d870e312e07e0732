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

/** Distinct words of the corpus: about what 10,000 news reports hold without names. */
const VOCABULARY = 30_000
/** Words in a report, on average. News reports run from 300 to 900. */
const MEAN_WORDS = 500
/** Every so many reports one is a later version of the one before: some paragraphs kept, some new. */
const VERSION_EVERY = 20

const ONSETS = [
  'b',
  'br',
  'd',
  'dr',
  'f',
  'g',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
  'z'
]
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou']
const CODAS = ['', '', 'l', 'm', 'n', 'r', 's', 't', 'nd', 'rk']

/** The most frequent words: English ones, so that analyses which know function words meet them where they stand in English. */
const HEAD = (
  'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you ' +
  'were her all she there would their we him been has when who will more no if out so said what up its about into than them ' +
  'can only other new some could time these two may then do first any my now such like our over man me even most made after ' +
  'also did many before must through years where much your way well down should because each just those people how too state ' +
  'very make world still see own men work long here get both between life being under never day same another know while last'
).split(' ')

const words: string[] = []
const upTo: number[] = []

/** Words by rank with the sums of their frequencies: the n-th is 1/n as frequent as the first. */
function vocabulary(): void {
  if (words.length > 0) return
  const random = seeded(1)
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  const known = new Set<string>(HEAD)
  while (known.size < VOCABULARY) {
    const syllables = 1 + Math.floor(random() * 3)
    let word = ''
    for (let i = 0; i < syllables; i++) word += pick(ONSETS) + pick(NUCLEI) + pick(CODAS)
    known.add(word)
  }
  let sum = 0
  for (const word of known) {
    words.push(word)
    upTo.push((sum += 1 / words.length))
  }
}

function zipf(random: () => number): string {
  const at = random() * (upTo.at(-1) ?? 0)
  let [low, high] = [0, upTo.length - 1]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((upTo[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return words[low] ?? ''
}

/** What makes some sentences claims, with invented speakers. */
const FRAMES = [
  (rest: string) => `The harbour office of ${capital(rest)}.`,
  (rest: string) => `Local officials said that ${rest}.`,
  (rest: string) => `The reports could not be independently verified, and ${rest}.`,
  (rest: string) => `Sources familiar with the matter claimed ${rest}.`
]
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A report of the corpus as paragraphs, the title first; the same numbers give the same report. */
export function report(number: number, meanWords = MEAN_WORDS): string[] {
  vocabulary()
  const version = number % VERSION_EVERY === VERSION_EVERY - 1
  const random = seeded(1_000 + number)
  const title = capital(sentence(random, 4 + Math.floor(random() * 6)))
  const count = Math.round(meanWords * (0.4 + 1.2 * random()))
  const own: string[] = []
  for (let written = 0; written < count;) {
    const sentences = Array.from({ length: 2 + Math.floor(random() * 3) }, () => framed(random))
    const paragraph = sentences.join(' ')
    written += paragraph.split(' ').length
    own.push(paragraph)
  }
  if (!version) return [title, ...own]
  const earlier = report(number - 1, meanWords).slice(1)
  return [title, ...earlier.filter((_, i) => i % 3 !== 2), ...own.slice(0, 3)]
}

function framed(random: () => number): string {
  const rest = sentence(random, 8 + Math.floor(random() * 16))
  const frame = random() < 0.15 ? FRAMES[Math.floor(random() * FRAMES.length)] : undefined
  return frame === undefined ? `${capital(rest)}.` : frame(rest)
}

function sentence(random: () => number, length: number): string {
  return Array.from({ length }, () => zipf(random)).join(' ')
}

/** Text of a report as a plain text file. */
export const asText = (number: number, meanWords = MEAN_WORDS): string =>
  `${report(number, meanWords).join('\n\n')}\n`
