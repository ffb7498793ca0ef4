/** A chart of each measure, one under the other: values of two measures or two units never share a scale, a line or an order. */
import { inAuthorsOrder, inLanguage, phrased, type Figure, type Row } from '../../data/model/figure.ts'
import { unitWords } from '../words/number.ts'
import type { ChartType, Drawing, Plot } from './drawing.ts'
import { FONTS, lines } from './mark.ts'
import { breakLines } from './measure.ts'
import { px, type Mark } from './scene.ts'

/** Room between two measures, and from a heading to its chart. */
const BETWEEN = 30
const BELOW_HEADING = 14
const LEADING = 18

const isOf = (one: Row) => (row: Row): boolean => row.measure === one.measure && row.unit === one.unit

/** The figure as if it held one measure only: its rows, its unit, its name. Names stay, so that a code without a value is still known. */
function narrowed(figure: Figure, one: Row): Figure {
  const measure = figure.measures[one.measure]
  return { ...figure, unit: one.unit, rows: figure.rows.filter(isOf(one)), ...(measure ? { measure } : {}) }
}

/** A drawing for each measure and unit of these rows, in the order in which the figure names them. */
export function partsOf(drawing: Drawing): readonly Drawing[] {
  const { figure, rows } = drawing
  const order = inAuthorsOrder(figure, figure.measures)
  const firsts = figure.rows.filter((row, i) => figure.rows.findIndex(isOf(row)) === i)
    .toSorted((a, b) => order.indexOf(a.measure) - order.indexOf(b.measure))
  // codes in one order in every measure, also where one begins later or is missing
  const codes = inAuthorsOrder(figure, figure.names)
  const inOrder = rows.toSorted((a, b) => codes.indexOf(a.series) - codes.indexOf(b.series))
  const parts = firsts.map((one) => ({ ...drawing, figure: narrowed(figure, one), rows: inOrder.filter(isOf(one)) }))
  return parts.filter((part) => part.rows.length > 0)
}

/** The marks of a plot and its points, moved down. */
function lowered({ marks, points, height }: Plot, by: number): Plot {
  const group: Mark = { kind: 'group', datum: '', label: '', x: 0, y: px(by), marks }
  return { height: height + by, marks: [group], points: points.map((point) => ({ ...point, y: px(point.y + by) })) }
}

function headed({ figure, words, width }: Drawing, plot: Plot): Plot {
  const title = `${phrased(figure.measure, words.code)}${words.comma}${unitWords(words, figure.unit).printed}`
  const said = breakLines(title, { ...FONTS.strong, size: 14 }, width)
  const { height, marks, points } = lowered(plot, said.length * LEADING + BELOW_HEADING)
  return { height, points, marks: [...lines(0, 14, said, LEADING, { font: { ...FONTS.strong, size: 14 } }), ...marks] }
}

/** Draws each measure by itself: without a heading where there is only one. */
export const byMeasure = (plotOne: (drawing: Drawing) => Plot): ChartType['plot'] => (drawing) => {
  const parts = partsOf(drawing)
  const [only] = parts
  if (parts.length < 2) return plotOne(only ?? drawing)
  return parts.reduce<Plot>((above, part, i) => {
    const plot = lowered(headed(part, plotOne(part)), above.height + (i === 0 ? 0 : BETWEEN))
    return { height: plot.height, marks: [...above.marks, ...plot.marks], points: [...above.points, ...plot.points] }
  }, { height: 0, marks: [], points: [] })
}

/** Describes each measure by itself, with its name where there are several. */
export const describeByMeasure = (describeOne: (drawing: Drawing) => string): ChartType['describe'] => (drawing) => {
  const parts = partsOf(drawing)
  if (parts.length < 2) return describeOne(parts[0] ?? drawing)
  return parts.map((part) => {
    const said = describeOne(part)
    const name = inLanguage(part.figure.measure, part.words.code)
    return said.includes(name) ? said : `${name}${part.words.messages.colon}${said}`
  }).join(drawing.words.space)
}
