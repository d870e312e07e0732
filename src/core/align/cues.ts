import { OFFICES, VERB_ACTS, VERB_LEVELS } from './lexicon'

/**
 * Families of words without which no pattern of that family can match. Most sentences have words of few families, so that most
 * patterns need not be tried on them. A word too many costs time, a word too few loses facts: `cues.test.ts` compares both ways.
 */
export const CUE = {
  time: 1,
  number: 2,
  commitment: 4,
  stage: 8,
  channel: 16,
  negation: 32,
  speech: 64,
  toll: 128,
  pointer: 256,
  capital: 512,
  office: 1024,
  event: 2048,
  /** A digit: of numbers and times. */
  figure: 4096
} as const

/** Every family: for sentences of which nothing is known. */
export const ALL_CUES = 8191

const WORDS_OF: readonly (readonly [number, string])[] = [
  [
    CUE.time,
    'jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november ' +
      'dec december monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays ' +
      'saturdays sundays day days week weeks weekend month months year years decade decades hour hours morning afternoon ' +
      'evening night summer winter spring autumn fall quarter century future date yesterday today tomorrow tonight overnight ' +
      'midnight noon dawn immediately soon shortly first'
  ],
  [
    CUE.number,
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
      'nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen hundred thousand million billion trillion dozens ' +
      'scores hundreds thousands millions several multiple'
  ],
  [
    CUE.commitment,
    'unclear unknown uncertain unconfirmed unverified may might could possibly perhaps maybe potential potentially allegedly ' +
      'purportedly supposedly reportedly alleged purported suspected apparently seemingly appear appears appeared seem seems ' +
      'seemed probably likely presumably believed thought hope hopes hoped aim aims aimed seek seeks sought considering ' +
      'weighing proposed proposes plan plans planned planning intend intends intended expected expects anticipated slated due ' +
      'expect anticipate anticipates forecast predict predicts predicted confirmed true verified proven ' +
      'set scheduled about will shall'
  ],
  [
    CUE.stage,
    'cancel canceled cancelled called scrapped abandoned suspended postponed delayed put ongoing underway under continues ' +
      'continuing burning fighting searching concluded completed finished wrapped ended over begun started'
  ],
  [
    CUE.event,
    'condition died dead succumbed arrested detained custody held charged indicted convicted guilty sentenced acquitted cleared ' +
      'released freed rescued alive missing unaccounted approves approved adopts adopted ratifies ratified passes passed rejects rejected voted vetoes vetoed closed shut ' +
      'reopened open'
  ],
  [
    CUE.channel,
    'telegram twitter x facebook instagram youtube whatsapp tiktok truth weibo social television tv radio statement briefing ' +
      'conference interview post tweet speech address report letter email message release told'
  ],
  [CUE.negation, 'not no never none nobody nothing neither nor without cannot yet'],
  [CUE.speech, [...VERB_LEVELS.keys(), ...VERB_ACTS.keys(), 'according', 'citing'].join(' ')],
  [
    CUE.toll,
    'killed dead died death deaths fatalities slain perished bodies lives killing kill kills slaughtered massacred executed ' +
      'gassed gassing toll tolls injured wounded hurt injuries injuring wounding missing unaccounted displaced evacuated ' +
      'evacuating homeless arrested detained arresting detaining abducted kidnapped injures wounds hurts hurting gasses executes ' +
      'executing displaces displacing evacuates arrests detains abducts abducting kidnaps kidnapping'
  ],
  [CUE.pointer, 'not no declined refused unclear'],
  [CUE.office, OFFICES.join(' ')]
]

const FAMILIES: ReadonlyMap<string, number> = WORDS_OF.reduce((families, [family, words]) => {
  for (const word of words.split(' ')) families.set(word, (families.get(word) ?? 0) | family)
  return families
}, new Map<string, number>())

const HAS_CAPITAL = /\p{Lu}/u

/** Returns the families of a word of nothing but letters of ASCII, by its writing and its folded form. */
export function cuesOfLetters(written: string, folded: string): number {
  return (FAMILIES.get(folded) ?? 0) | (written === folded ? 0 : CUE.capital)
}

/** Returns the families of a word by its writing and its folded form. */
export function cuesOf(written: string, folded: string): number {
  const apostrophe = folded.indexOf("'")
  let cues = FAMILIES.get(apostrophe < 0 ? folded : folded.slice(0, apostrophe)) ?? 0
  if (apostrophe >= 0) {
    if (folded.endsWith("n't")) cues |= CUE.negation | CUE.pointer
    if (folded.endsWith("'ll")) cues |= CUE.commitment
  }
  if (/[0-9]/.test(folded)) cues |= CUE.figure
  // Folding takes capitals away.
  if (written !== folded && HAS_CAPITAL.test(written)) cues |= CUE.capital
  return cues
}
