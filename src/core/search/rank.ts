/*
 * How well an article answers: BM25 over exact words, a share of it over their inflections, and boosts for the title and for
 * words that stand close together. Weights were chosen on three public test collections (Cranfield, CISI, NPL), as round numbers
 * from the middle of flat regions, so that none of them is fitted to one collection.
 */

/** BM25's saturation of repeated words, 0…3. Higher lets repetition count longer. Customary value. */
export const K1 = 1.2
/**
 * BM25's share of length normalisation, 0…1. Higher favours short articles more. Lower than the customary .75: .4 to .6 is flat on all
 * three collections, and titles and first sentences of news find their own report and those of the same event best from .5 to .6.
 */
export const B = 0.55
/** Share of a word's score that comes from its inflections (exact word included), 0…1. Higher blurs "verify" and
 * "verified"; below 1 the very word stays ahead. .8 to .95 is flat. */
export const STEM_SHARE = 0.85
/** Score of a word that only begins as typed, against a whole word, 0…1. Higher lets "war" find "warning" as readily as "war". */
export const PREFIX_SHARE = 0.5
/** Added for a word in the title, in idf units, 0…1. Higher lets titles decide. */
export const TITLE_WEIGHT = 0.3
/** Added for two query words side by side in the order asked for, in mean idf units, 0…1. Higher favours phrases. */
export const ADJACENT_WEIGHT = 0.1
/** Added for two query words within `NEAR_WINDOW`, in mean idf units, 0…1. */
export const NEAR_WEIGHT = 0.05
/** Words within which nearness counts. From Metzler & Croft, "A Markov random field model for term dependencies", SIGIR 2005. */
export const NEAR_WINDOW = 8
/** Best articles whose words are looked up in their places for nearness. Higher costs time, changes only lower ranks. */
export const RERANK_DEPTH = 100

/** Returns BM25's weight of a word that `holding` of `total` articles hold; above 0. */
export function idf(holding: number, total: number): number {
  return Math.log(1 + (total - holding + 0.5) / (holding + 0.5))
}

/** Returns BM25's length part `k1·(1 − b + b·length / average)`; pass it to `impact`. */
export function lengthNorm(length: number, average: number): number {
  return K1 * (1 - B + (B * length) / Math.max(average, 1))
}

/** What `impact` comes near to for very frequent words. */
export const SATURATED = K1 + 1

/** Returns the saturated frequency of a word, 0…`SATURATED`. */
export function impact(frequency: number, norm: number): number {
  return (SATURATED * frequency) / (frequency + norm)
}
