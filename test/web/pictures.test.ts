/** Pictures of every figure in every size: whole, within their frame, in plain SVG, each character in a font that has it. */
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { Figure } from '../../data/model/figure.ts'
import { DEFAULT_VIEW, SIZES, type PictureSize } from '../../web/address.ts'
import { sourceLine } from '../../web/chart/footer.ts'
import { lettered, runsIn, type Outlines } from '../../web/chart/lettered.ts'
import { textWidth } from '../../web/chart/measure.ts'
import { FRAMES, picture } from '../../web/chart/picture.ts'
import type { Mark, TextMark } from '../../web/chart/scene.ts'
import { titleOf } from '../../web/chart/title.ts'
import { printPicture } from '../../web/print.tsx'
import { wordsOf } from '../../web/words/index.ts'
import { FIGURES } from './built.ts'
import { SITE } from './pages.ts'

type Placed = { readonly mark: TextMark; readonly x: number; readonly y: number; readonly scale: number }

/** Every text with where it comes to stand. */
const textsIn = (marks: readonly Mark[], x: number, y: number, scale: number): readonly Placed[] => marks.flatMap((mark) => {
  if (mark.kind === 'text') return [{ mark, x: x + mark.x * scale, y: y + mark.y * scale, scale }]
  return mark.kind === 'group' ? textsIn(mark.marks, x + (mark.x ?? 0) * scale, y + (mark.y ?? 0) * scale, scale * (mark.scale ?? 1)) : []
})

const drawn = (figure: Figure, lang: string, size: PictureSize) => {
  const scene = picture(figure, { view: { ...DEFAULT_VIEW, size }, lang, version: '0123456789abcdef', address: `supply-lines.example/figures/${figure.id}` })
  return { scene, texts: textsIn(scene.marks, scene.x, scene.y, scene.scale) }
}

/** What SVG 1.1 has, of what we use, in the small letters a parser of HTML gives its names; roles and languages are for readers of screens, and no hindrance to others. */
const ELEMENTS = new Set(['svg', 'title', 'desc', 'style', 'rect', 'g', 'line', 'path', 'circle', 'text', 'tspan', 'defs', 'pattern', 'lineargradient', 'stop'])
const ATTRIBUTES = new Set([
  'xmlns', 'viewBox', 'width', 'height', 'lang', 'role', 'aria-labelledby', 'aria-hidden', 'id', 'font-family', 'font-size', 'font-weight', 'font-style', 'fill',
  'stroke', 'stroke-width', 'stroke-linejoin', 'stroke-linecap', 'stroke-dasharray', 'transform', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'd', 'cx', 'cy', 'r',
  'text-anchor', 'patternUnits', 'patternTransform', 'offset', 'stop-color', 'stop-opacity', 'data-datum',
])

describe.each(FIGURES.flatMap((figure) => figure.lang.map((lang) => [figure.id, lang, figure] as const)))('%s in %s', (_, lang, figure) => {
  it.each(SIZES)('%s holds title, source and version, and nothing leaves the frame', (size) => {
    const { scene, texts } = drawn(figure, lang, size)
    const { width, height } = FRAMES[size]
    expect([scene.width, height ?? scene.height]).toEqual([width, scene.height])
    const outside = texts.filter(({ mark, x, y, scale }) => {
      const long = textWidth(mark.text, mark.font) * scale
      const start = mark.anchor === 'start' ? x : mark.anchor === 'end' ? x - long : x - long / 2
      return start < -2 || start + long > scene.width + 2 || y < 0 || y > scene.height
    })
    expect(outside.map(({ mark }) => mark.text)).toEqual([])
    const said = texts.map(({ mark }) => mark.text).join('').replace(/\s/g, '')
    const held = (text: string) => expect(said).toContain(text.replace(/[\s\u200b]/g, ''))
    held(titleOf(figure, DEFAULT_VIEW, lang))
    held(sourceLine(figure, DEFAULT_VIEW, wordsOf(lang)))
    held('0123456789abcdef')
    held(figure.id)
    expect(texts.filter(({ mark, scale }) => mark.font.size * scale < 10).map(({ mark }) => mark.text)).toEqual([])
  })

  it.each(SIZES)('%s is plain SVG 1.1', (size) => {
    const address = { lang, place: { kind: 'figure', id: figure.id, version: null, format: 'svg' }, view: { ...DEFAULT_VIEW, size }, download: false } as const
    const svg = printPicture(SITE, address, figure, '0'.repeat(64), null)
    const { document } = parseHTML(`<html><body>${svg}</body></html>`)
    const all = [...document.querySelectorAll('body *')]
    expect([...new Set(all.map(({ localName }) => localName.toLowerCase()))].filter((name) => !ELEMENTS.has(name))).toEqual([])
    expect([...new Set(all.flatMap((one) => [...one.attributes].map(({ name }) => name)))].filter((name) => !ATTRIBUTES.has(name))).toEqual([])
    expect(svg).not.toMatch(/var\(|paint-order|url\((?!#)/)
  })
})

describe('letters in exact fonts', () => {
  const face = (name: string, role: string, codes: readonly number[]) => ({ name, role, codes, font: '' })
  const outlines: Outlines = { faces: [face('latin', 'sans-400', [0x20, 0x7e]), face('kanji', 'sans-400', [0x8d85, 0x8d85]), face('bold', 'sans-600', [0x20, 0x7e, 0x4ee5, 0x4ee5])] }
  const font = { face: 'sans', size: 12, weight: 400 } as const

  it('splits a text where the font changes; a space stays with what is before it', () => {
    expect(runsIn('51% 超 x', font, outlines)).toEqual([
      { text: '51% ', family: 'latin' }, { text: '超 ', family: 'kanji' }, { text: 'x', family: 'latin' },
    ])
  })

  it('takes another weight rather than lose a character, and refuses a picture that would lose one', () => {
    expect(runsIn('以', font, outlines)).toEqual([{ text: '以', family: 'bold' }])
    expect(() => runsIn('53%未満', font, outlines)).toThrow('no font has "未"')
  })

  it('sets every text of a picture, groups too', () => {
    const text: Mark = { kind: 'text', x: 0, y: 0, text: 'a\u200bb', font, anchor: 'start', token: 'ink' }
    const [set] = lettered([{ kind: 'group', datum: '', label: '', marks: [text] }], outlines)
    expect(set).toMatchObject({ marks: [{ runs: [{ text: 'ab', family: 'latin' }] }] })
  })
})
