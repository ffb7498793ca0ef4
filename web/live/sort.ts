/** Tables that sort: every heading becomes a button, with the same words. What is missing stands last, up and down. */
import { fill } from '../words/words.ts'

/** What a cell sorts by: a machine-readable value, the first number of a cell of numbers, or its words; null where nothing was published. */
function keyOf(cell: Element): string | number | null {
  if (cell.querySelector('.none')) return null
  const stated = cell.querySelector('data, time')
  if (stated) return stated instanceof HTMLDataElement ? (stated.value ? Number(stated.value) : null) : stated.getAttribute('datetime')
  if (!cell.matches('.number')) return cell.textContent
  const words = [...cell.childNodes].filter((node) => !(node instanceof Element)).map((node) => node.textContent).join('')
  const number = /[-−]?[\d,]+(?:\.\d+)?/.exec(words)?.[0]
  return number === undefined ? null : Number(number.replaceAll(',', '').replace('−', '-'))
}

function compare(a: string | number | null, b: string | number | null, isDescending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return (a < b ? -1 : a > b ? 1 : 0) * (isDescending ? -1 : 1)
}

/** Orders the rows by a column, upwards first, then the other way. */
function sortBy(table: HTMLTableElement, rows: readonly HTMLTableRowElement[], heading: HTMLTableCellElement): void {
  const isDescending = heading.ariaSort === 'ascending'
  for (const other of table.querySelectorAll('[aria-sort]')) other.removeAttribute('aria-sort')
  heading.ariaSort = isDescending ? 'descending' : 'ascending'
  const keyed = rows.map((row) => ({ row, key: keyOf(row.cells[heading.cellIndex] ?? row) }))
  const sorted = keyed.sort((a, b) => compare(a.key, b.key, isDescending))
  table.tBodies[0]?.append(...sorted.map(({ row }) => row))
}

/** Lets a table be sorted; `title` says what a heading does, with `{name}` for its words. */
export function sortable(table: HTMLTableElement, title: string): void {
  const rows = [...table.tBodies[0]?.rows ?? []]
  for (const heading of table.querySelectorAll<HTMLTableCellElement>('thead th')) {
    const name = heading.textContent
    const button = document.createElement('button')
    Object.assign(button, { type: 'button', className: 'sort', title: fill(title, { name }), textContent: name })
    button.addEventListener('click', () => sortBy(table, rows, heading))
    heading.replaceChildren(button)
  }
}
