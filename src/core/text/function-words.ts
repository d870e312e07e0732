/**
 * English words that bind sentences together and say little about their subject, folded. Own list.
 * Texts in other languages are told apart by how often a word recurs alone.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the this that these those some any each every no not nor neither either both all most more less much many few ' +
    'i me my we us our ours you your yours he him his she her hers it its they them their theirs one ones who whom whose ' +
    'which what when where why how here there then than as at by for from in into of off on onto out over to toward towards ' +
    'under up upon with within without about above across after again against along among around before behind below beneath ' +
    'beside between beyond down during except inside near outside per since through throughout until via while because if ' +
    'though although unless whether and or but so yet be am is are was were been being have has had having do does did done ' +
    'doing can could may might must shall should will would ought also just only even very too still already ever never now ' +
    "once such same other another own said says say told it's that's he's she's they're we're i'm don't didn't doesn't isn't " +
    "wasn't weren't won't wouldn't can't couldn't hasn't haven't hadn't s t"
  ).split(' ')
)
