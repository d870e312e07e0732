import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Article } from '../../src/core/article/article'
import { toCanonical } from '../../src/core/text/canonical'
import { makeArticle, random, wordOf } from './corpus'

/** How claims recur over the articles. */
export type Recurrence =
  /** Some hundred sentences, word for word again and again: what a library of copies and live pages comes to at worst. */
  | 'repeated'
  /** Events that a few reports tell, each in its own words and some with other numbers. */
  | 'varied'

const FORMS = resolve('tests/fixtures/claim-forms')
/** Sentences that claim something in every article. */
const CLAIMS = 12
/** Reports that tell of one event. */
const REPORTS_PER_EVENT = 4
/** Claims that an event is made of. */
const CLAIMS_OF_EVENT = 20
const SIDES = 24
const PLACES = 1500
const NAMES = 4000

const BODIES = [
  'defence ministry',
  'army',
  'foreign ministry',
  'interior ministry',
  'government',
  'navy'
]
const THINGS = [
  'drones',
  'boats',
  'trucks',
  'houses',
  'wagons',
  'tanks',
  'bridges',
  'silos',
  'cranes',
  'lorries'
]
const DEEDS = ['destroyed', 'damaged', 'seized', 'burned', 'stopped', 'hit']
const SPOTS = ['harbour', 'station', 'market', 'power plant', 'depot', 'school', 'airfield', 'mill']
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Returns an article of ordinary words with `CLAIMS` sentences between them that claim something. The same for the same number. */
export function claimArticle(id: number, recurrence: Recurrence): Article {
  const article = makeArticle(id)
  const claims = recurrence === 'repeated' ? repeated(id) : varied(id)
  const blocks = article.text.split('\n')
  const mixed = blocks.flatMap((block, k) => {
    const claim = k > 0 ? claims[k - 1] : undefined
    return claim === undefined ? [block] : [block, claim]
  })
  const all = [...mixed, ...claims.slice(Math.max(0, blocks.length - 1))]
  return { ...article, ...toCanonical(all.map((text) => ({ role: 'paragraph', text }))) }
}

let forms: readonly string[] | undefined

/** Sentences of our own reports, word for word. */
function repeated(id: number): string[] {
  forms ??= readdirSync(FORMS)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(join(FORMS, name), 'utf8').split('\n'))
    .flatMap((line) => line.split(' ; ')[2] ?? [])
  const known = forms
  return Array.from({ length: CLAIMS }, (_, k) => {
    const form = known[(id * CLAIMS + (k + 1) * 7) % known.length] ?? ''
    return `${form} ${String(id)} people were there.`
  })
}

function varied(id: number): string[] {
  const event = Math.floor((id - 1) / REPORTS_PER_EVENT)
  const draw = random(id + 1_000_003)
  return Array.from({ length: CLAIMS }, () =>
    sentenceOf(event, Math.floor(draw() * CLAIMS_OF_EVENT), draw)
  )
}

/** One claim of an event as one report words it: who, what and where belong to the event, the rest to the report. */
function sentenceOf(event: number, claim: number, draw: () => number): string {
  const own = random(event * 7919 + claim)
  const pick = <T extends string>(list: readonly T[], by: () => number): string =>
    list[Math.floor(by() * list.length)] ?? ''
  const side = capital(wordOf(900 + (event % SIDES)))
  const place = capital(wordOf(5000 + Math.floor(own() * PLACES)))
  const person = `${capital(wordOf(9000 + Math.floor(own() * NAMES)))} ${capital(wordOf(20000 + Math.floor(own() * NAMES)))}`
  const [body, thing, deed] = [pick(BODIES, own), pick(THINGS, own), pick(DEEDS, own)]
  const [spot, day] = [pick(SPOTS, own), pick(DAYS, own)]
  const told = 2 + Math.floor(own() * 60) + (draw() < 0.2 ? 1 : 0)
  const wordings = [
    `The ${side} ${body} said its men ${deed} ${told} ${thing} near the ${spot} of ${place} on ${day}.`,
    `${told} ${thing} were ${deed} at the ${place} ${spot}, the ${side} ${body} said in a statement.`,
    `${person}, the governor of ${place}, said ${told} ${thing} had been ${deed} at the ${spot}.`,
    `The ${side} ${body} claimed to have ${deed} ${told} ${thing} around ${place}; the report could not be verified.`,
    `Two officials who spoke on condition of anonymity said ${told} ${thing} were ${deed} in ${place}.`,
    `${person} denied that ${told} ${thing} had been ${deed} near the ${spot} in ${place}.`
  ]
  return pick(wordings, draw)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
