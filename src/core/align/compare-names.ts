import { actorRegistry } from '../claims/actors/registry'
import type { Actor } from '../claims/actors/actor'
import { speaksFor, type Affiliations } from './affiliations'
import {
  change,
  inPlace,
  ofKind,
  strengthInPlace,
  type FactChange,
  type FactPair
} from './fact-change'
import type { Fact } from './fact'
import { isAcronymOf, sameName } from './names'

/** Returns the names and places that stand on one side only, those in the place of one another as one change. */
export function compareNames(
  pair: FactPair,
  affiliations: Affiliations,
  covered: (fact: Fact) => boolean
): FactChange[] {
  const { a, b, wordsA, wordsB } = pair
  const lone = (names: readonly Fact[], others: readonly Fact[], words: () => readonly string[]) =>
    names.filter(
      (name) =>
        !covered(name) &&
        !isKnownName(name, others, words(), affiliations) &&
        !others.some((other) => isOtherWriting(name, other, pair))
    )
  const namesA = a.filter(isNameOrPlace)
  const namesB = b.filter(isNameOrPlace)
  const left = lone(namesA, namesB, wordsB)
  const right = lone(namesB, namesA, wordsA)
  return (['place', 'name'] as const).flatMap((kind) =>
    inPlace(ofKind(left, kind), ofKind(right, kind), pair).map(([x, y]) =>
      change(kind, strengthInPlace(pair, x, y), x, y)
    )
  )
}

const isNameOrPlace = ({ kind }: Fact): boolean => kind === 'name' || kind === 'place'

/** Says whether two names are one in other letters or one body by another name: "Hassakeh" and "Hasakeh", "ISIS" and "Daesh". */
function isOtherWriting(name: Fact, other: Fact, { isSpelling }: FactPair): boolean {
  const [words, theirs] = [partsOf(name), partsOf(other)]
  if (
    words.length === theirs.length &&
    words.every((word, i) => word === theirs[i] || isSpelling(word, theirs[i] ?? ''))
  )
    return true
  return isSameBody(name.text, other.text)
}

/** The words of a name: "Al-Tarn" and "Al Tarn" have two. */
const partsOf = ({ key }: Fact): string[] => key.split(/[ -]/)

/** Share of a name's words that the other sentence must have. */
const MOST = 0.5

function isKnownName(
  name: Fact,
  others: readonly Fact[],
  words: readonly string[],
  affiliations: Affiliations
): boolean {
  const parts = partsOf(name)
  const last = parts.at(-1) ?? ''
  const found = parts.filter((part) => words.some((word) => sameName(part, word))).length
  if (found > MOST * parts.length || words.some((word) => sameName(last, word))) return true
  // "The court said" / "Hart said", where a report calls Hart the court's spokesman.
  if (speaksFor(affiliations, last, words)) return true
  return others.some((other) => {
    const theirs = partsOf(other)
    return (
      theirs.every((word) => parts.some((part) => sameName(part, word))) ||
      isAcronymOf(name.key.replace(/\s/g, ''), theirs) ||
      isAcronymOf(other.key.replace(/\s/g, ''), parts) ||
      speaksFor(affiliations, last, theirs) ||
      speaksFor(affiliations, theirs.at(-1) ?? '', parts)
    )
  })
}

/** Says whether two names are known to be those of one body. */
export function isSameBody(x: string, y: string): boolean {
  const known = bodyOf(x)
  return known !== undefined && known === bodyOf(y)
}

/** "IS" alone is a word; "IS group" is a body. */
const bodyOf = (name: string): Actor | undefined =>
  actorRegistry().exact(name) ??
  (/^\p{Lu}{2,4}$/u.test(name) ? actorRegistry().exact(`${name} group`) : undefined)
