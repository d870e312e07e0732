import type { ImportedBlock } from '../core/text/canonical'

/** Longest note that mailing programs put around a letter; what is longer is text that mentions such things. */
const MAX_NOTE_CHARS = 320

/** What mailing programs say of the mail itself: how to leave the list, to see it elsewhere, why it came. */
const NOTES =
  /\b(?:unsubscribe|opt[- ]out of (?:these|this)|(?:view|read|open|see) (?:this|it|the)?\s?(?:e-?mail|newsletter|message|letter|issue)?\s?(?:in|on) (?:your |the |a )?(?:web )?(?:browser|app|web)|view in browser|view online|(?:manage|update|change) (?:your |my )?(?:e-?mail )?(?:preferences|subscription|settings)|(?:you(?:'|’)re|you are|you) receiv(?:ing|ed?) this|forward(?:ed)? (?:this|to a friend)|add us to your address book|was sent to \S{3,80}@|im browser (?:ansehen|öffnen)|newsletter abbestellen|abmelden|se d[ée]sabonner|se d[ée]sinscrire|voir (?:dans|sur) (?:le|votre) navigateur|darse de baja|ver en (?:el|tu) navegador|wypisz się|отписаться|открыть в браузере)/iu

/** Marks the notes of the mailing program as furniture (rule `newsletter`); what is marked already stays as it is. O(length). */
export function withMailNotes(blocks: readonly ImportedBlock[]): ImportedBlock[] {
  return blocks.map((block) =>
    block.furniture === undefined && block.text.length <= MAX_NOTE_CHARS && NOTES.test(block.text)
      ? { ...block, furniture: 'newsletter' }
      : block
  )
}
