import { Pattern } from '../text/pattern'

// Sentences that say nothing by themselves but point at the one before: "could not independently verify the reports".
const POINTERS = [
  /\b(?:could|can|was|were|has|have|had)(?: not|n['’]t) (?:\w+ ){0,3}?(?:verif|confirm|corroborat|authenticat)\w*/iu,
  /\b(?:not|n['’]t) (?:immediately |yet )?(?:\w+ ){0,2}?(?:respond|repl|comment|answer|return)\w*/iu,
  /\bno (?:immediate|independent|further|official) (?:comment|confirmation|details|response|reaction|word)\b/iu,
  /\b(?:declined|refused) to (?:comment|say|elaborate|give (?:further |more )?details)\b/iu,
  /\b(?:could not|couldn['’]t) (?:immediately )?be (?:reached|verified|confirmed)\b/iu,
  /\b(?:it|this|that) (?:was|is) (?:not (?:immediately |yet )?clear|unclear)\b/iu
].map((pattern) => new Pattern(pattern))

/** Longest sentence that can be a mere pointer, in words. Longer ones name what they speak of. From the development texts. */
const MAX_POINTER_WORDS = 22

/** Says whether a sentence only comments on the one before, so that equal words may speak of different things. */
export function isPointer(sentence: string, words: number): boolean {
  return words <= MAX_POINTER_WORDS && POINTERS.some((pattern) => pattern.test(sentence))
}
