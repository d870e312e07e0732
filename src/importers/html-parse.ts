import { Parser, Token, type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes } from 'parse5'

/** What is used of parse5's tokenizer beyond its public types; `parsesAlike` in the tests holds it to plain parse5. */
interface Tokenizing {
  readonly preprocessor: { readonly html: string; pos: number }
  readonly currentCharacterToken: { readonly type: number } | null
  /** End of the input that is to be appended to the value or text being read. */
  runEnd: number
  _stateScriptData(codePoint: number): void
  _stateRawtext(codePoint: number): void
  _stateAttributeValueDoubleQuoted(codePoint: number): void
}

const SPACE = 32
const QUOTE = 34
const AMPERSAND = 38
const LESS_THAN = 60

/**
 * Parses a page as `parse` of parse5 does, without scripting. Scripts, style sheets and attributes are passed over in one step up to
 * the sign that may end them: they are most of a saved page, and parse5 reads them character by character.
 *
 * Never throws; O(length).
 */
export function parseHtml(html: string): DefaultTreeAdapterTypes.Document {
  const parser = new Parser<DefaultTreeAdapterMap>({ scriptingEnabled: false })
  const { tokenizer } = parser
  // Line breaks as the specification has them before all else; pages with NUL are rare, and read step by step.
  const input = html.includes('\r') ? html.replace(/\r\n?/g, '\n') : html
  if (!input.includes('\0')) quicken(tokenizer as unknown as Tokenizing)
  tokenizer.write(input, true)
  return parser.document
}

function quicken(tokenizer: Tokenizing): void {
  const script = tokenizer._stateScriptData.bind(tokenizer)
  const raw = tokenizer._stateRawtext.bind(tokenizer)
  const attribute = tokenizer._stateAttributeValueDoubleQuoted.bind(tokenizer)
  const tag = finder('<')
  const quote = finder('"')
  const reference = finder('&')
  const text = (state: (codePoint: number) => void) => (codePoint: number) => {
    state(codePoint)
    const plain = codePoint > SPACE && codePoint !== LESS_THAN
    if (plain && tokenizer.currentCharacterToken?.type === Token.TokenType.CHARACTER)
      passTo(tokenizer, tag)
  }
  tokenizer._stateScriptData = text(script)
  tokenizer._stateRawtext = text(raw)
  tokenizer._stateAttributeValueDoubleQuoted = (codePoint) => {
    attribute(codePoint)
    if (codePoint > 0 && codePoint !== QUOTE && codePoint !== AMPERSAND)
      passTo(tokenizer, (html, from) => Math.min(quote(html, from), reference(html, from)))
  }
}

type Find = (html: string, from: number) => number

/** Moves to the character before the next one that matters; all between belongs to the run that is being read. */
function passTo(tokenizer: Tokenizing, find: Find): void {
  const { preprocessor } = tokenizer
  const from = preprocessor.pos + 1
  if (tokenizer.runEnd !== from) return
  const next = find(preprocessor.html, from)
  if (next <= from) return
  tokenizer.runEnd = next
  preprocessor.pos = next - 1
}

/** Finds a sign from a place on, or the end; remembers the last one, so that signs far away are looked for once. */
function finder(sign: string): Find {
  let known = ''
  let found = -1
  return (html, from) => {
    // The parser drops what it has read now and then: the input is another string then.
    if (html !== known || found < from) {
      known = html
      const next = html.indexOf(sign, from)
      found = next < 0 ? html.length : next
    }
    return found
  }
}
