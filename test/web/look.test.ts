/** The look in numbers: every colour can be read on its ground and told from the others, light and dark; pages use no other. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_VIEW } from '../../web/address.ts'
import { draw } from '../../web/chart/draw.ts'
import { CHARTS } from '../../web/chart/types/index.ts'
import { colour, COLOURS, colourSheet, ECONOMY_TOKENS, isToken, SHADE_TOKENS, STEP_TOKENS, THEMES, type Token } from '../../web/look/tokens.ts'
import { texts } from './boxes.ts'
import { FIGURES } from './built.ts'
import { contrast, distance, lab } from './ruler.ts'

const LOOK = join(import.meta.dirname, '../../web/look')
const DRESSES = ['light', 'dark'] as const
const TOKENS = Object.keys(COLOURS) as Token[] // keys of that very object

/** Colours that are neither read nor looked at by themselves, and why they may be faint. */
const FAINT: Partial<Record<Token, string>> = {
  ground: 'what everything stands on',
  rule: 'lines between, which say nothing that space does not say',
  ghost: 'context behind what is in colour; every ghost line is named at its end in a colour that can be read',
  track: 'the rest of a bar up to the whole; its end is labelled',
  'step-3': 'a part of a bar; its value stands over it in ink',
  'step-4': 'a part of a bar; its value stands over it in ink',
  ...Object.fromEntries([...SHADE_TOKENS, 'below-zero'].map((token) => [token, 'a shade of a map, whose every value is printed beside it'])),
}

/** Colours that have words in them, on pages or in charts. */
const READ = TOKENS.filter((token) => !Object.hasOwn(FAINT, token))

/** Tokens that stand for somebody: actors and economies. */
const SOMEBODY = READ.filter((token) => !['ink', 'text', 'context', ...STEP_TOKENS].includes(token))

/**
 * How far two colours must be apart in L*a*b*: 2.3 is just noticeable side by side, and lines and labels are not side by side,
 * so about nine times that. Twelve hues that must all be readable on the ground leave no room for much more.
 */
const APART = 20

describe('the ruler', () => {
  it('measures what is known', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(distance('#000000', '#ffffff')).toBeCloseTo(100, 2)
    expect(lab('#ff0000').map(Math.round)).toEqual([53, 80, 67])
  })
})

describe.each(DRESSES)('%s', (dress) => {
  const ground = COLOURS.ground[dress]

  it.each(READ)('%s can be read on the ground: 4.5 to 1', (token) => expect(contrast(COLOURS[token][dress], ground)).toBeGreaterThanOrEqual(4.5))

  it.each(SOMEBODY)('%s can be seen in a hatch and beside the rest of a bar: 3 to 1', (token) => {
    expect(contrast(COLOURS[token][dress], COLOURS.track[dress])).toBeGreaterThanOrEqual(3)
  })

  it('what is faint can still be seen', () => {
    for (const token of TOKENS.filter((one) => one !== 'ground' && Object.hasOwn(FAINT, one))) {
      expect([token, contrast(COLOURS[token][dress], ground) > 1.08]).toEqual([token, true])
    }
  })

  it('takes an ordered scale in even steps towards the ground, each to be seen on it: 3 to 1, and 1.4 to 1 from the next', () => {
    const steps = STEP_TOKENS.map((token) => contrast(COLOURS[token][dress], ground))
    expect(steps).toEqual(steps.toSorted((a, b) => b - a))
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(3)
    expect(Math.min(...steps.slice(1).map((step, i) => (steps[i] ?? 0) / step))).toBeGreaterThanOrEqual(1.4)
  })

  it('shades maps in steps that can be told apart, each further from the ground than the one before', () => {
    const steps = ['ground', ...SHADE_TOKENS] as const
    const fromGround = steps.map((token) => contrast(COLOURS[token][dress], ground))
    for (const [i, token] of steps.entries()) {
      const next = steps[i + 1]
      if (!next) continue
      expect([next, distance(COLOURS[token][dress], COLOURS[next][dress]) >= 13]).toEqual([next, true])
      expect([next, (fromGround[i + 1] ?? 0) / (fromGround[i] ?? 1) >= 1.35]).toEqual([next, true])
    }
  })

  it('tells every shade from land without values and from values below zero', () => {
    const near = [...SHADE_TOKENS].flatMap((token) => (['track', 'below-zero'] as const).map((other) => ({ token, other, apart: distance(COLOURS[token][dress], COLOURS[other][dress]) })))
      .filter(({ apart }) => apart < 13)
    expect(near).toEqual([])
    expect(distance(COLOURS.track[dress], COLOURS['below-zero'][dress])).toBeGreaterThan(13)
  })

  it('tells everybody from everybody, and all of them from the context', () => {
    const all = [...SOMEBODY, 'context'] as const
    const close = all.flatMap((a, i) => all.slice(i + 1).map((b) => ({ pair: `${a} ${b}`, apart: distance(COLOURS[a][dress], COLOURS[b][dress]) })))
      .filter(({ apart }) => apart < APART).map(({ pair, apart }) => `${pair}: ${apart.toFixed(1)}`)
    expect(close).toEqual([])
  })
})

describe('tokens', () => {
  it('are written as six hex digits, each one colour', () => {
    for (const dress of DRESSES) {
      const values = TOKENS.map((token) => COLOURS[token][dress])
      expect(values.filter((value) => !/^#[0-9a-f]{6}$/.test(value))).toEqual([])
      expect(new Set(values).size).toBe(values.length)
    }
  })

  it('of economies are tokens, and actors have others', () => {
    expect(ECONOMY_TOKENS.filter((token) => !isToken(token))).toEqual([])
    expect(SOMEBODY.filter((token) => token.startsWith('economy-'))).toEqual([...ECONOMY_TOKENS])
    for (const figure of FIGURES) for (const [code, name] of Object.entries(figure.names)) {
      if (name.colour !== '') expect([code, isToken(name.colour) && !name.colour.startsWith('economy-')]).toEqual([code, true])
    }
    for (const name of ['toString', '', 'Ink']) expect(isToken(name)).toBe(false)
  })

  it('are values in a theme, custom properties without one', () => {
    for (const token of TOKENS) expect(THEMES.map((theme) => colour(token, theme))).toEqual([COLOURS[token].light, COLOURS[token].dark, `var(--${token})`])
  })

  it('are all declared for light and for dark, each by system, by choice and where colours are forced', () => {
    for (const token of TOKENS) {
      expect(colourSheet().split(`--${token}:${COLOURS[token].light}`).length).toBe(3)
      expect(colourSheet().split(`--${token}:${COLOURS[token].dark}`).length).toBe(4)
    }
  })
})

describe('what uses them', () => {
  const sheets = readdirSync(LOOK).filter((file) => file.endsWith('.css')).map((file) => [file, readFileSync(join(LOOK, file), 'utf8')] as const)

  it.each(sheets)('%s has no colour of its own and names none that is not there', (_, sheet) => {
    expect(sheet.match(/#[0-9a-f]{3,8}\b(?![^{]*\{)|\b(?:rgb|hsl|oklch|lab)a?\(/gi) ?? []).toEqual([])
    const own = new Set(sheets.flatMap(([, one]) => [...one.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name)))
    const used = [...sheet.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name)
    expect(used.filter((name) => !own.has(name) && !isToken(name.slice(2)))).toEqual([])
    expect(used.length).toBeGreaterThan(10)
  })

  it.each(sheets)('%s sets text only in colours that can be read', (_, sheet) => {
    const inks = [...sheet.matchAll(/[{;\s]color:\s*var\(--([\w-]+)/g)].map(([, name = '']) => name)
    expect(inks.filter((name) => isToken(name) && Object.hasOwn(FAINT, name) && name !== 'ground')).toEqual([])
    expect(inks.length).toBeGreaterThan(3)
  })

  it('charts set text only in colours that can be read', () => {
    for (const chart of Object.keys(CHARTS)) for (const figure of FIGURES.filter((one) => one.charts.includes(chart))) {
      const scene = draw(figure, { view: { ...DEFAULT_VIEW, chart }, lang: 'en', width: 740 })
      expect(texts(scene.marks).filter(({ mark }) => Object.hasOwn(FAINT, mark.token)).map(({ said }) => said)).toEqual([])
    }
  })
})
