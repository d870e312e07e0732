/**
 * Returns the time with which the line of a live blog opens ("11.04 Uhr: …", "3:05 p.m.") as ISO 8601 on the given day, the time
 * alone when the day is empty, or undefined.
 *
 * @param day - `YYYY-MM-DD`
 */
export function entryTime(text: string, day: string): string | undefined {
  const match = /^(\d{1,2})[:.](\d{2})(?!\d)(?:\s?([ap])\.?m)?/i.exec(text)
  if (match === null) return undefined
  const half = match[3]?.toLowerCase()
  const given = Number(match[1])
  const hour = half === undefined ? given : (given % 12) + (half === 'p' ? 12 : 0)
  const minute = match[2] ?? '00'
  if (hour > 23 || Number(minute) > 59) return undefined
  return `${day}T${String(hour).padStart(2, '0')}:${minute}`
}
