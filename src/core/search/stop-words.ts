/** English words that say nothing of what a text is about. Left out only where a query is answered by any of its words. Own list. */
const STOP_WORDS = new Set(
  (
    'a an the and or but nor so of in on at by for from to with without into onto upon about as than then that this these those it ' +
    'its is are was were be been being am do does did done doing has have had having can could may might must shall should will ' +
    'would not no he she they them his her their him we us our you your i me my who whom whose which what when where why how if ' +
    'there here all any both each few more most other some such only own same too very just also s t'
  ).split(' ')
)

/** Says whether a folded word is one of English's commonest. */
export function isStopWord(term: string): boolean {
  return STOP_WORDS.has(term)
}
