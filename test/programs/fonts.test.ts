/** Fonts: what is shipped fits its budget, has every character that is set in it, and pictures carry their own. */
import { createHash } from 'node:crypto'
import { create } from 'fontkit'
import { beforeAll, describe, expect, it } from 'vitest'
import { letter, type Lettered } from '../../data/programs/lettering.ts'
import { pageLetters, pagesOf, printedLetters } from '../../data/programs/printed.ts'
import { readCollection } from '../../data/model/read/collection.ts'
import type { Collection } from '../../data/model/read/rules.ts'
import { picture } from '../../web/chart/picture.ts'
import type { Mark } from '../../web/chart/scene.ts'
import { DEFAULT_VIEW, SIZES } from '../../web/address.ts'
import { missingGlyphs } from '../../web/fonts/coverage.ts'
import { unicodeRange } from '../../web/fonts/css.ts'
import { FACES, openFont } from '../../web/fonts/faces.ts'
import { codesFor, isInk, lettersOf } from '../../web/fonts/letters.ts'
import { fontBytes, FONT_BUDGET, rolesOf } from '../../web/fonts/page.ts'
import { cutFace, type Cut } from '../../web/fonts/subset.ts'
import { pageName } from '../../web/pages/site.ts'
import { markCollection } from '../../web/words/breaks.ts'
import { CACHE, ownIngredients } from './project.ts'

const own = await ownIngredients()
const LANGUAGES = own.rules.languages

let collection: Collection
let made: Lettered
const printed: Record<string, Awaited<ReturnType<typeof pageLetters>>> = {}
beforeAll(async () => {
  const reading = readCollection(own.facts, own.rules)
  if (!reading.collection) throw new Error('the project does not read')
  collection = markCollection(reading.collection)
  for (const lang of LANGUAGES) printed[lang] = await pageLetters(own.print, collection, lang, LANGUAGES)
  made = await letter({ collection, words: own.words, sources: own.sources, printed }, CACHE)
}, 120_000)

const nothing = { read: () => null, write: () => undefined }
const inter = FACES.find(({ name }) => name === 'inter-400')
const noto = FACES.find(({ name }) => name === 'noto-sans-jp-400')
const codes = (text: string): ReadonlySet<number> => new Set([...text].map((character) => character.codePointAt(0) ?? 0))

const sha256 = (cut: Cut | undefined): string => createHash('sha256').update(cut?.bytes ?? '').digest('hex')

describe('cutting', () => {
  it('keeps the characters, kerning and tabular figures, and nothing else', async () => {
    if (!inter) throw new Error('no Inter')
    const [cut] = await cutFace(inter, codes('Total 0123456789'), nothing)
    const font = create(cut?.bytes ?? new Uint8Array())
    const kept = font.characterSet.filter((code) => code >= 0x20 && code < 0xffff)
    expect(kept.toSorted((a, b) => a - b)).toEqual([...codes(' 0123456789Talot')].sort((a, b) => a - b))
    expect(font.availableFeatures).toEqual(expect.arrayContaining(['kern', 'tnum']))
    expect(font.layout('1', ['tnum']).advanceWidth).toBe(font.layout('8', ['tnum']).advanceWidth)
  })

  it('gives the same bytes again, from the cache and without it', async () => {
    if (!noto) throw new Error('no Noto Sans JP')
    const [first] = await cutFace(noto, codes('人権と投資の数字'), nothing)
    const [second] = await cutFace(noto, codes('字数の資投と権人'), nothing)
    const [cached] = await cutFace(noto, codes('人権と投資の数字'), CACHE)
    expect(second?.bytes.length).toBeGreaterThan(0)
    expect([sha256(second), sha256(cached)]).toEqual([sha256(first), sha256(first)])
  })

  it('takes accented letters from a second file of the face', async () => {
    if (!inter) throw new Error('no Inter')
    const cuts = await cutFace(inter, codes('aĐẵ'), nothing)
    expect(cuts.map(({ part, codes: own }) => [part, String.fromCodePoint(...own)])).toEqual([[0, 'a'], [1, 'Đ'], [2, 'ẵ']])
  })
})

describe('pages', () => {
  it.each(['en', 'ja'])('in %s load no more of fonts than they may, whichever page it is', (lang) => {
    const fonts = made.pages[lang]
    if (!fonts) throw new Error('no pages')
    const pages = Object.entries(printed[lang] ?? {})
    const figures = pages.filter(([name]) => name.startsWith('figures/'))
    expect(pages.length).toBeGreaterThan(figures.length)
    expect(figures.length).toBe(collection.figures.filter((figure) => figure.lang.includes(lang)).length)
    const bytes = pages.map(([name, letters]) => [name, fontBytes(fonts, letters, name)] as const)
    expect(bytes.filter(([, sum]) => sum > (FONT_BUDGET[lang] ?? 0))).toEqual([])
  })

  it('have a glyph for every character of a figure, whatever view is asked for', () => {
    for (const lang of LANGUAGES) {
      const held = new Set(made.pages[lang]?.cuts.flatMap(({ codes: own }) => own))
      const said = collection.figures.flatMap((value) => lettersOf(value, lang, LANGUAGES, false))
      const characters = new Set(said.flatMap(({ text }) => [...text].filter(isInk)))
      expect([lang, [...characters].filter((character) => !held.has(character.codePointAt(0) ?? 0))]).toEqual([lang, []])
    }
  })

  it.each(['en', 'ja'])('in %s load no more where a reader has chosen what to see', async (lang) => {
    const fonts = made.pages[lang]
    if (!fonts) throw new Error('no pages')
    const { site, pages } = await pagesOf(collection, lang, LANGUAGES)
    const bytes = pages.flatMap(({ place, content }) => (content.kind !== 'figure' ? [] : content.figure.charts.map((chart) => {
      const names = Object.keys(content.figure.names).slice(0, 2)
      const view = { ...DEFAULT_VIEW, chart, select: names.length ? names : null }
      const letters = printedLetters(own.print.printPage(site, { lang, place, view, download: false }, content))
      return [chart, pageName(place), fontBytes(fonts, letters, pageName(place))] as const
    })))
    expect(bytes.length).toBeGreaterThan(collection.figures.length)
    expect(bytes.filter(([, , sum]) => sum > (FONT_BUDGET[lang] ?? 0))).toEqual([])
  }, 60_000)

  it.each(['en', 'ja'])('in %s find every character they are printed with in their own files and those that all share', (lang) => {
    const fonts = made.pages[lang]
    const lacking = Object.entries(printed[lang] ?? {}).flatMap(([name, letters]) => rolesOf(lang).flatMap((role) => {
      const shared = fonts?.cuts.filter(({ first, face }) => first || face.script === 'latin') ?? []
      const held = new Set([...shared, ...fonts?.own[name]?.cuts ?? []].filter((cut) => cut.role === role).flatMap((cut) => cut.codes))
      return [...codesFor(letters, role)].filter((code) => !held.has(code)).map((code) => `${name} ${role} ${String.fromCodePoint(code)}`)
    }))
    expect(lacking).toEqual([])
  })

  it('put each cut under its own name, with the characters it really has', () => {
    const { cuts = [], own: pages = {} } = made.pages['ja'] ?? {}
    for (const { name, bytes, codes: own } of [...cuts, ...Object.values(pages).flatMap((page) => page.cuts)]) {
      const font = create(bytes)
      expect([name, own.filter((code) => !font.hasGlyphForCodePoint(code))]).toEqual([name, []])
      expect(name).toContain(createHash('sha256').update(bytes).digest('hex').slice(0, 16))
    }
  })
})

/** Characters of a scene by the font they are set in. */
function lettering(marks: readonly Mark[], into = new Map<string, Set<string>>()): Map<string, Set<string>> {
  for (const mark of marks) {
    if (mark.kind === 'group') lettering(mark.marks, into)
    if (mark.kind !== 'text') continue
    const font = mark.font.face === 'italic' ? 'serif-400-italic' : `${mark.font.face}-${mark.font.weight}`
    into.set(font, new Set([...(into.get(font) ?? []), ...mark.text].filter(isInk)))
  }
  return into
}

const ROLE_OF = {
  'Inter normal 400': 'sans-400', 'Inter normal 600': 'sans-600',
  'Noto Sans JP normal 400': 'sans-400', 'Noto Sans JP normal 600': 'sans-600',
  'Source Serif 4 normal 600': 'serif-600', 'Noto Serif JP normal 600': 'serif-600',
  'Source Serif 4 italic 400': 'serif-400-italic',
}
const isFace = (key: string): key is keyof typeof ROLE_OF => Object.hasOwn(ROLE_OF, key)

/** Characters that a picture's style sheet brings, by the font they are set in, as fontkit reads them. */
function brought(css: string): ReadonlyMap<string, ReadonlySet<number>> {
  const held = new Map<string, Set<number>>()
  const rule = /font-family:'([^']+)';font-style:(\w+);font-weight:(\d+);[^}]*?base64,([^)]+)\)/g
  for (const [, family, style, weight, data] of css.matchAll(rule)) {
    const key = `${family} ${style} ${weight}`
    if (!isFace(key)) throw new Error(`unknown font ${key}`)
    const { characterSet } = create(Buffer.from(data ?? '', 'base64'))
    held.set(ROLE_OF[key], new Set([...(held.get(ROLE_OF[key]) ?? []), ...characterSet]))
  }
  return held
}

describe('pictures', () => {
  const packOf = (id: string, lang: string): { css: string; sha256: string } =>
    JSON.parse(made.packs.find(({ hash }) => hash === made.fonts[id]?.[lang])?.text ?? 'null') as { css: string; sha256: string }

  it('carry every glyph that is drawn, in every size, chart and language', () => {
    for (const figure of collection.figures) {
      for (const lang of figure.lang) {
        const held = brought(packOf(figure.id, lang).css)
        for (const chart of figure.charts) {
          for (const size of SIZES) {
            const view = { ...DEFAULT_VIEW, chart, size }
            const { marks } = picture(figure, { view, lang, version: '0123456789abcdef', address: 'http://localhost:8787/figures/x' })
            const has = (font: string, character: string) => held.get(font)?.has(character.codePointAt(0) ?? 0) === true
            const absent = [...lettering(marks)].flatMap(([font, set]) => [...set].filter((one) => !has(font, one)).map((one) => `${font} ${one}`))
            expect([figure.id, lang, chart, absent]).toEqual([figure.id, lang, chart, []])
          }
        }
      }
    }
  })

  it('are hashed as the whole text of the style element, which is the same in HTML and XML', () => {
    for (const figure of collection.figures) {
      const { css, sha256 } = packOf(figure.id, 'ja')
      expect(sha256).toBe(createHash('sha256').update(css, 'utf8').digest('base64'))
      expect(css).not.toMatch(/[&<>"]/)
    }
  })
})

describe('coverage', () => {
  it('names figure, language, character and place', () => {
    const letters = lettersOf({ title: { en: 'Taro 太郎', ja: '太郎\u{20b9f}' } }, 'ja', ['en', 'ja'], false)
    expect(missingGlyphs('f', ['ja'], letters, CACHE)).toEqual([{ figure: 'f', lang: 'ja', character: '\u{20b9f}', place: 'title' }])
    const english = lettersOf({ title: { en: 'Taro 太', ja: '太郎' } }, 'en', ['en', 'ja'], false)
    expect(missingGlyphs('f', ['en'], english, CACHE)).toEqual([{ figure: 'f', lang: 'en', character: '太', place: 'title' }])
  })

  it('knows the glyphs that a font file has', () => {
    const file = noto?.files[0] ?? ''
    expect(openFont(file).font().hasGlyphForCodePoint('超'.codePointAt(0) ?? 0)).toBe(true)
    const qualifiers = { text: '超近く以上以下未満約わずか', place: 'p', roles: ['sans-400', 'sans-600', 'serif-600'] } as const
    expect(missingGlyphs('f', ['ja'], [qualifiers], CACHE)).toEqual([])
  })
})

it('writes ranges of code points as CSS does', () => {
  expect(unicodeRange([0x61, 0x20, 0x62, 0x63, 0x4eba])).toBe('U+20,U+61-63,U+4eba')
})
