import type { CueRule, RuleSet } from '../rule'
import { ALLEGED } from './allegation'
import { DISPUTED } from './dispute'
import { ANONYMOUS, UNCLEAR } from './doubt'
import { CONFIRMED, EPISTEMIC_HEDGES, FORECASTS } from './hedging'
import { UNCONFIRMED } from './silence'
import { UNVERIFIED } from './unverified'

/** All cue rules for English, strongest category first. */
export const ENGLISH_RULES: readonly RuleSet[] = [
  UNVERIFIED,
  UNCONFIRMED,
  DISPUTED,
  ALLEGED,
  ANONYMOUS,
  UNCLEAR,
  EPISTEMIC_HEDGES,
  FORECASTS,
  CONFIRMED
]

/** The rules in one list. */
export const ENGLISH_CUES: readonly CueRule[] = ENGLISH_RULES.flatMap((set) => set.rules)
