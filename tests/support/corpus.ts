import { random, wordOf, zipf } from '../bench/corpus'

export { random as seeded } from '../bench/corpus'

/** Words in a report, on average. News reports run from 300 to 900. */
const MEAN_WORDS = 500
/** Every so many reports one is a later version of the one before: some paragraphs kept, some new. */
const VERSION_EVERY = 20
/** Share of sentences that are claims, 0…1. */
const CLAIMS = 0.15

/** What makes sentences claims, with invented speakers. */
const FRAMES = [
  (rest: string) => `The harbour office of ${capital(rest)}.`,
  (rest: string) => `Local officials said that ${rest}.`,
  (rest: string) => `The reports could not be independently verified, and ${rest}.`,
  (rest: string) => `Sources familiar with the matter claimed ${rest}.`
]
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A report of invented words as paragraphs, the title first; the same numbers give the same report. */
export function report(number: number, meanWords = MEAN_WORDS): string[] {
  const draw = random(1_000 + number)
  const title = capital(sentence(draw, 4 + Math.floor(draw() * 6)))
  const count = Math.round(meanWords * (0.4 + 1.2 * draw()))
  const own: string[] = []
  for (let written = 0; written < count;) {
    const sentences = Array.from({ length: 2 + Math.floor(draw() * 3) }, () => framed(draw))
    const paragraph = sentences.join(' ')
    written += paragraph.split(' ').length
    own.push(paragraph)
  }
  if (number % VERSION_EVERY !== VERSION_EVERY - 1) return [title, ...own]
  const earlier = report(number - 1, meanWords).slice(1)
  return [title, ...earlier.filter((_, i) => i % 3 !== 2), ...own.slice(0, 3)]
}

function framed(draw: () => number): string {
  const rest = sentence(draw, 8 + Math.floor(draw() * 16))
  const frame = draw() < CLAIMS ? FRAMES[Math.floor(draw() * FRAMES.length)] : undefined
  return frame === undefined ? `${capital(rest)}.` : frame(rest)
}

function sentence(draw: () => number, length: number): string {
  return Array.from({ length }, () => wordOf(zipf(draw))).join(' ')
}

/** Text of a report as a plain text file. */
export const asText = (number: number, meanWords = MEAN_WORDS): string =>
  `${report(number, meanWords).join('\n\n')}\n`
