/* Sayings and judgements: nothing in them can be checked, whoever says them and whatever they name. Own lists. */

/** What no force, vote or number can do: "cannot be repaired with a rifle", "could not be measured in craters". */
const BY_NO_MEANS =
  /\b(?:can(?:not|'t|’t)|can never|could not|couldn't|will never) be (?:repaired|measured|solved|resolved|won|built|bought|achieved|imposed|ended|settled|secured|undone|erased|justified|excused|governed|healed|guaranteed|separated|negotiated|defended|replaced|traded|weighed)\b(?!.{0,60}\d)/
/** "There can be no truce that …", "no one has the right to …", "nobody is above the law". */
const NOBODY_MAY =
  /^["“'‘]*(?:that )?(?:there (?:can|could|must|should) be no\b|(?:no one|no-one|nobody|no (?:state|country|nation|government|power|people)) (?:(?:has|had|have) (?:the|a|any) right\b|(?:is|was) above\b|(?:can|could|may|should|must) (?:ever )?(?:hide|stand|remain|ignore|accept|tolerate|decide|dictate)\b))/
/** "Every battery that arrives late is counted in lives": of any there is, and in the present. */
const ALL_OF_A_KIND =
  /^["“'‘](?:every|each) (?:[\p{Ll}-]+ ){1,3}?(?:(?:that|who|which) (?:[\p{Ll}'’-]+ ){1,6}?)?(?:is(?! (?:in|on|at|now|missing|dead|being|still|under|out|without)\b)|does not|doesn't|cannot|can't|never|is never|deserves|costs|counts|matters|knows|needs)\b(?!.*(?:\d|\b(?:was|were|had|did|today|yesterday|now)\b))/u
/** "You will hear about a foolish woman": what others are going to see or think. */
const YOU =
  /^["“'‘](?:and |but |so )?you (?:will (?!see\b|hear (?!about\b)|find\b)|can(?:not)? |must |may |should |have to |need to )(?!.*\d)/
/** "the strike showed why allies had to hurry", "underscores the need for": what an event is held to mean. */
const MEANS =
  /^["“'‘]*(?:that )?(?:[\p{L}'’-]+ ){1,8}?(?:(?:show|prove|demonstrate|underline|underscore|highlight|illustrate|reinforce)(?:s|d|ed)?|(?:has|had|have) (?:shown|proved|proven|demonstrated|underlined|underscored|highlighted|illustrated|reinforced)) (?:(?:once )?(?:again|more) )?(?:the (?:need|importance|urgency|necessity|value|dangers?)|why|how (?:important|urgent|vital|necessary|crucial|much))\b/u
/** "made the talks more necessary, not less" */
const MAKES =
  /\b(?:make|makes|made|making) (?:\S+ ){1,6}?(?:(?:even|all the|still) )?more (?:necessary|important|urgent|vital|pressing|difficult|complicated)\b/
/** "took no pleasure in the army's return" */
const TAKES_NO =
  /\b(?:takes?|took|taken) (?:no|little|any) (?:pleasure|joy|pride|satisfaction|comfort|delight) (?:in|from)\b/
/** "Being flattered is not a crime": what anybody may be or do. */
const IS_NO_CRIME =
  /^["“'‘](?:being|having) [^.]{3,60} is (?:not|no|never) (?:an? )?(?:crime|offen[cs]e|sin|excuse|answer|solution)\b/

const SAYINGS = [BY_NO_MEANS, NOBODY_MAY, ALL_OF_A_KIND, YOU, MEANS, MAKES, TAKES_NO, IS_NO_CRIME]

/** Says whether what is said, in lower case, is a saying or a judgement and tells no fact. */
export const isMaxim = (content: string): boolean =>
  SAYINGS.some((pattern) => pattern.test(content.trimStart()))
