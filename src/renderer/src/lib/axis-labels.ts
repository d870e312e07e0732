/** A dot on an axis with its name, before either has a place in pixels. */
export interface AxisMark {
  /** Where it belongs along the axis, 0…1. */
  readonly place: number
  /** Characters of its name. */
  readonly length: number
}

/** Where a dot and its name stand. */
export interface LaidMark {
  /** Middle of the dot, in pixels from the start of the axis. */
  readonly left: number
  /** Line under the axis, from 0, on which the name stands; without one, no line had room for it. */
  readonly lane?: number
  /** Whether the name begins or ends at its dot. */
  readonly side: 'start' | 'end'
}

/** Places on an axis on which time runs from 0 to `dated`; what has no date stands behind. */
export interface TimePlaces {
  /** In the order of the times, 0…1. */
  readonly places: readonly number[]
  /** Share of the axis that is time: 1 when all have dates, 0 when none has. */
  readonly dated: number
}

/** Smallest and largest share of an axis for what has no date. */
const UNDATED = { least: 0.12, most: 0.4 } as const

/**
 * Gives times (milliseconds; NaN for none) their places on an axis. All at one time are spread in order, so that none hides
 * another, and so are those without one, after the last that has one: between two dates they would seem to have one.
 */
export function placesInTime(times: readonly number[]): TimePlaces {
  const known = times.filter((time) => !Number.isNaN(time))
  const unknown = times.length - known.length
  const dated =
    known.length === 0
      ? 0
      : unknown === 0
        ? 1
        : 1 - Math.min(UNDATED.most, Math.max(UNDATED.least, unknown / times.length))
  const from = Math.min(...known)
  const span = Math.max(...known) - from
  let [alike, without] = [0, 0]
  const places = times.map((time) => {
    if (Number.isNaN(time)) return dated + ((++without - 0.5) / unknown) * (1 - dated)
    return dated * (span > 0 ? (time - from) / span : (++alike - 0.5) / known.length)
  })
  return { places, dated }
}

/** Pixels between the middles of two dots, so that none hides another. */
const DOT_GAP = 16
/** Pixels of the widest name; longer ones are cut. */
export const WIDEST_NAME = 288
/** Pixels of a character of the small font, generously. */
const CHARACTER = 7
/** Pixels between two names of a line. */
const NAME_GAP = 12
const LANES = 5

/**
 * Gives every dot of an axis a place of its own and its name a line where it covers no other name.
 * Dots are moved as little as keeps their order; names fill the lines from the top. O(n²) with n marks.
 *
 * @param width - pixels of the axis
 */
export function layMarks(marks: readonly AxisMark[], width: number): LaidMark[] {
  const order = marks.map((_, i) => i).toSorted((a, b) => placeOf(marks, a) - placeOf(marks, b))
  const lefts = spread(
    order.map((i) => placeOf(marks, i) * width),
    width
  )
  const lanes: [from: number, until: number][][] = Array.from({ length: LANES }, () => [])
  const laid: LaidMark[] = []
  order.forEach((i, n) => {
    const left = lefts[n] ?? 0
    const size = Math.min(WIDEST_NAME, (marks[i]?.length ?? 0) * CHARACTER)
    laid[i] = { left, ...roomFor(lanes, left, size, width) }
  })
  return laid
}

const placeOf = (marks: readonly AxisMark[], i: number): number => marks[i]?.place ?? 0

/** Moves ascending places apart, none beyond either end. */
function spread(places: readonly number[], width: number): number[] {
  const gap = Math.min(DOT_GAP, width / Math.max(1, places.length))
  const [first, last] = [gap / 2, width - gap / 2]
  const moved = places.map((place) => Math.min(last, Math.max(first, place)))
  for (let i = 1; i < moved.length; i++)
    moved[i] = Math.max(moved[i] ?? 0, (moved[i - 1] ?? 0) + gap)
  for (let i = moved.length - 1, most = last; i >= 0; i--, most -= gap)
    moved[i] = Math.min(moved[i] ?? 0, most)
  return moved
}

/** Takes the first free stretch of the first line that has one, after the dot if it can be. */
function roomFor(
  lanes: [from: number, until: number][][],
  left: number,
  size: number,
  width: number
): Pick<LaidMark, 'lane' | 'side'> {
  const half = DOT_GAP / 2
  const sides = [
    { side: 'start', from: left - half, until: left - half + size },
    { side: 'end', from: left + half - size, until: left + half }
  ] as const
  const fitting = sides.filter(({ from, until }) => from >= 0 && until <= width)
  for (const [lane, taken] of lanes.entries())
    for (const { side, from, until } of fitting)
      if (taken.every(([a, b]) => until + NAME_GAP <= a || b + NAME_GAP <= from)) {
        taken.push([from, until])
        return { lane, side }
      }
  return { side: left > width / 2 ? 'end' : 'start' }
}
