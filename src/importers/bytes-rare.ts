/** Letters of code page 855 from 0x80 on (Cyrillic of DOS), which the Encoding Standard leaves out. Source: IBM code page 855. */
const IBM855 =
  'ђЂѓЃёЁєЄѕЅіІїЇјЈљЉњЊћЋќЌўЎџЏюЮъЪ' +
  'аАбБцЦдДеЕфФгГ«»░▒▓│┤хХиИ╣║╗╝йЙ┐' +
  '└┴┬├─┼кК╚╔╩╦╠═╬¤лЛмМнНоОп┘┌█▄Пя▀' +
  'ЯрРсСтТуУжЖвВьЬ№\u00ADыЫзЗшШэЭщЩчЧ§■\u00A0'

/** Characters turned into a string at once; more would overflow the stack of `fromCharCode`. */
const CHUNK = 8_192

/** Decodes IBM code page 855. Never fails. */
export function decodeIbm855(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const codes = Array.from(bytes.subarray(at, at + CHUNK), (byte) =>
      byte < 0x80 ? byte : IBM855.charCodeAt(byte - 0x80)
    )
    text += String.fromCharCode(...codes)
  }
  return text
}

/** Decodes UTF-32 without its mark; what is no character becomes U+FFFD, and so does a rest of one to three bytes. */
export function decodeUtf32(bytes: Uint8Array, order: 'le' | 'be'): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const points: number[] = []
  let text = ''
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, order === 'le')
    points.push(code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? 0xfffd : code)
    if (points.length >= CHUNK) text += String.fromCodePoint(...points.splice(0))
  }
  if (bytes.length % 4 > 0) points.push(0xfffd)
  return text + String.fromCodePoint(...points)
}
