import type { Voicing } from '../../../../core/claims/matrix'
import type { ClaimCell } from '../../../../shared/overview'
import { cellName, SHAPES } from './words'

const SVG = 'http://www.w3.org/2000/svg'
const told = new WeakMap<Element, ClaimCell>()
const signs = new Map<Voicing, SVGElement>()

/** The cell that an element of the picture shows or stands in. */
export function cellAt(target: EventTarget | null): ClaimCell | undefined {
  const button = target instanceof Element ? target.closest('td button') : null
  return button === null ? undefined : told.get(button)
}

/**
 * Puts a cell for each report into a row, behind its head. Made by hand: some hundred cells, half a dozen blocks of the framework each,
 * were a third of what opening the picture took.
 *
 * @param reports - their ids, in the order of the columns
 */
export function fillCells(
  row: HTMLTableRowElement,
  cells: readonly ClaimCell[],
  reports: readonly number[]
): void {
  const byReport = new Map(cells.map((cell) => [cell.article, cell]))
  for (const old of [...row.cells].slice(1)) old.remove()
  row.append(...reports.map((report) => makeCell(byReport.get(report))))
}

function makeCell(cell: ClaimCell | undefined): HTMLTableCellElement {
  const td = document.createElement('td')
  if (cell === undefined) {
    const nothing = document.createElement('span')
    nothing.className = 'visually-hidden'
    nothing.textContent = 'not told'
    td.append(nothing)
    return td
  }
  td.className = cell.voicing
  const button = document.createElement('button')
  button.type = 'button'
  button.tabIndex = -1
  button.dataset['rove'] = ''
  button.setAttribute('aria-label', `${cellName(cell)}: ${cell.text}`)
  button.append(signOf(cell.voicing).cloneNode(true))
  if (cell.letter !== undefined) {
    const letter = document.createElement('span')
    letter.className = 'letter'
    letter.ariaHidden = 'true'
    letter.textContent = cell.letter
    button.append(letter)
  }
  told.set(button, cell)
  td.append(button)
  return td
}

/** As `VoicingSign.svelte` draws it. */
function signOf(voicing: Voicing): SVGElement {
  let sign = signs.get(voicing)
  if (sign === undefined) {
    sign = document.createElementNS(SVG, 'svg')
    sign.setAttribute('viewBox', '0 0 16 16')
    sign.setAttribute('aria-hidden', 'true')
    sign.dataset['voicing'] = voicing
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('d', SHAPES[voicing])
    sign.append(path)
    signs.set(voicing, sign)
  }
  return sign
}
