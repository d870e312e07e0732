import type { Sentence } from './sentence'

/** The likely subject of a sentence: what stands before its first finite verb. */
export function subjectOf(sentence: Sentence, before: number): string {
  const start = sentence.text.slice(0, before).replace(DATELINE, '')
  const timed = start.replace(ONLY_DAY, '').replace(/^As for /, '')
  const clause =
    /^(?:(?:But|And) )?(?:(?:[Ll]ast|This|Yesterday|Today|In|On|At|After|Before|During|Despite|With|For|Since|Under|Also|Earlier|Later|Late|Early|Meanwhile|Separately|However|Then|Now)\b[^,]{0,80}, )?(.{2,160})/.exec(
      timed
    )?.[1] ?? timed
  const cut =
    /^(.{1,90}?)(?:,| (?:sees?|views?|has|have|had|is|are|was|were|will|would|could|did|does|said|(?!hundred\b)[a-z]{3,}ed|struck|met|went|took|made|gave|held|left|came|told|began|hit|put|cut|set|ran|sent|wrote|spoke|broke|fell|rose|won|lost|saw|found|brought|sold|built|fought|drew|led|paid|stood|threw|shot|says|who|that|which)\b)/.exec(
      clause
    )
  return (cut?.[1] ?? '').trim()
}

/** "ORBEL, Tarsk, June 18 (Reuters) - " */
const DATELINE =
  /^\p{Lu}[\p{Lu} .'-]{2,}(?:,? [\p{L}\d ,.'-]{1,40})?(?: ?\([^)]{1,30}\))? ?[—–-]+ /u
/** "On Thursday the employers went": the day is no part of the subject. */
const ONLY_DAY =
  /^(?:(?:On|Late|Early|Last|This) )?(?:(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|week|month|year|Yesterday|Today)(?: (?:night|morning|evening|afternoon))? (?=the\b|\p{Lu})/u
