/** Bytes of address space that a list is given at first, and how much more it gets when that is used up. */
const FIRST_ROOM = 1 << 28
/** As much for lists of a number per report: a million of them. */
export const SMALL_ROOM = 1 << 22
const ROOM_GROWTH = 4
/** Numbers that a list grows by at least, so that it seldom does. */
const STEP = 1 << 14

/**
 * Returns a list of zeros that `widened` lengthens in place, however long it gets: only addresses are set aside for it. A list that is
 * copied to grow is twice there meanwhile, and what it leaves behind has to be collected.
 */
export function roomy(length: number, room = FIRST_ROOM): Uint32Array<ArrayBuffer> {
  const bytes = length * Uint32Array.BYTES_PER_ELEMENT
  return new Uint32Array(new ArrayBuffer(bytes, { maxByteLength: Math.max(room, bytes) }))
}

/** Returns a list made by `roomy`, or one that takes its place, with at least so many numbers; new ones are 0. */
export function widened(list: Uint32Array<ArrayBuffer>, needed: number): Uint32Array<ArrayBuffer> {
  if (needed <= list.length) return list
  const length = needed + STEP
  const { buffer } = list
  if (length * Uint32Array.BYTES_PER_ELEMENT > buffer.maxByteLength) {
    const wider = roomy(length, buffer.maxByteLength * ROOM_GROWTH)
    wider.set(list)
    return wider
  }
  buffer.resize(length * Uint32Array.BYTES_PER_ELEMENT)
  return list
}
