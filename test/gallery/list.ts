/**
 * The gallery: every figure by each of its chart types, in each of its languages, at the widths of pages and as a picture.
 * Figures, chart types and languages that are new are in it by themselves. Pure, so that workerd prints the same list.
 */
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Figure } from '../../data/model/figure.ts'
import { DEFAULT_VIEW, type Address, type PictureSize } from '../../web/address.ts'
import { draw } from '../../web/chart/draw.ts'
import { FAMILIES } from '../../web/look/tokens.ts'
import { printPicture } from '../../web/print.tsx'
import { WIDTHS as PAGE_WIDTHS } from '../../web/view/chart.tsx'
import { SceneView } from '../../web/view/scene.tsx'

/** `name` is the golden file's, `print` the picture as text. */
export type Case = { readonly name: string; readonly print: () => string }

type Subject = { readonly figure: Figure; readonly chart: string; readonly lang: string }

const WIDTHS = [300, 740]

/** Neither site nor version is part of a golden, so that only what is drawn makes it change. */
const SITE = { origin: 'https://supply-lines.example' }
const HASH = '0'.repeat(64)

/** One element a line, so that a difference is a line. Markup as we print it has no line breaks of its own. */
const inLines = (svg: string): string => `${svg.replaceAll('><', '>\n<')}\n`

/** A chart of a page as a file that opens by itself: with its name space, its family, and colours as values. */
function printChart({ figure, chart, lang }: Subject, width: number, compact: boolean, theme: 'light' | 'dark' = 'light'): string {
  const scene = draw(figure, { view: { ...DEFAULT_VIEW, chart }, lang, width, compact })
  const svg = renderToString(h(SceneView, { scene, theme }))
  return inLines(svg.replace('<svg ', `<svg xmlns="http://www.w3.org/2000/svg" font-family="${FAMILIES.sans}" `))
}

function printFile({ figure, chart, lang }: Subject, size: PictureSize | null): string {
  const address: Address = {
    lang, place: { kind: 'figure', id: figure.id, version: null, format: 'svg' }, view: { ...DEFAULT_VIEW, chart, size }, download: false,
  }
  return inLines(printPicture(SITE, address, figure, HASH, null))
}

function casesFor(subject: Subject): Case[] {
  const name = `${subject.figure.id}.${subject.chart}.${subject.lang}`
  const whole = WIDTHS.map((width) => ({ name: `${name}.${width}`, print: () => printChart(subject, width, false) }))
  const narrow = WIDTHS[0] ?? 300
  const compact = printChart(subject, narrow, true)
  const isOwn = compact !== printChart(subject, narrow, false)
  return [
    ...whole,
    ...(isOwn ? [{ name: `${name}.${narrow}-compact`, print: () => compact }] : []),
    { name: `${name}.page`, print: () => printFile(subject, null) },
    // one of the fixed frames, of the chart that is shown first: the other differs in its measures only
    ...(subject.chart === subject.figure.charts[0] ? [{ name: `${name}.social`, print: () => printFile(subject, 'social') }] : []),
  ]
}

/** A chart to look at: golden files are light only, since dark is the same drawing in other colours. */
export type Look = { readonly name: string; readonly theme: 'light' | 'dark'; readonly width: number; readonly print: () => string }

/** Every figure × chart × language × theme × width, for the page under `npm run gallery`. */
export const looksOf = (figures: readonly Figure[]): readonly Look[] => figures.flatMap((figure) =>
  figure.charts.flatMap((chart) => figure.lang.flatMap((lang) => (['light', 'dark'] as const).flatMap((theme) => PAGE_WIDTHS.map((width) => ({
    name: `${figure.id}.${chart}.${lang}.${theme}.${width}`, theme, width, print: () => printChart({ figure, chart, lang }, width, false, theme),
  }))))))

/** The whole list, in the order of the figures. */
export const casesOf = (figures: readonly Figure[]): readonly Case[] => figures.flatMap((figure) =>
  figure.charts.flatMap((chart) => figure.lang.flatMap((lang) => casesFor({ figure, chart, lang }))))
