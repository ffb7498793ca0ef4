/** Fonts for pixels: plain OpenType under names of their own, with every character and advance width of the cut they are made from. */
import { create } from 'fontkit'
import { expect, it } from 'vitest'
import { FACES } from '../../web/fonts/faces.ts'
import { outlinesFor, runsOf } from '../../web/fonts/outlines.ts'
import { renamed } from '../../web/fonts/sfnt.ts'
import { cutFace } from '../../web/fonts/subset.ts'
import { CACHE } from './project.ts'

const letters = (text: string) => [{ text, place: 'here', roles: ['sans-400', 'sans-600', 'serif-600'] as const }]

it('has each face by itself, and no name twice', async () => {
  const { faces } = await outlinesFor('ja', letters('企業は'), letters('53%以上ō'), CACHE)
  expect(new Set(faces.map(({ name }) => name)).size).toBe(faces.length)
  for (const { font, name, codes } of faces) {
    const opened = create(Buffer.from(font, 'base64'))
    expect(Buffer.from(font, 'base64').readUInt32BE(0)).toBe(0x00010000)
    expect(Reflect.get(opened, 'familyName')).toBe(name)
    for (let i = 0; i < codes.length; i += 2) for (let code = codes[i] ?? 0; code <= (codes[i + 1] ?? 0); code++) expect(opened.hasGlyphForCodePoint(code)).toBe(true)
  }
  const held = faces.filter(({ role }) => role === 'sans-600').flatMap(({ codes }) => codes)
  expect(held.length).toBeGreaterThan(4)
})

it('keeps outlines and widths when it gives another name', async () => {
  const face = FACES.find(({ name }) => name === 'inter-600')
  if (!face) throw new Error('no Inter')
  const outline = await outlinesFor('en', letters('Total'), letters(''), CACHE)
  const before = Buffer.from(outline.faces.find(({ name }) => name === 'inter-600')?.font ?? '', 'base64')
  const after = create(renamed(before, 'another'))
  const [cut] = await cutFace(face, new Set([...'Total'].map((letter) => letter.charCodeAt(0))), CACHE)
  expect(Reflect.get(after, 'familyName')).toBe('another')
  for (const letter of 'Total') {
    expect(after.glyphForCodePoint(letter.charCodeAt(0)).advanceWidth).toBe(create(Buffer.from(cut?.bytes ?? '')).glyphForCodePoint(letter.charCodeAt(0)).advanceWidth)
  }
})

it('writes code points as runs', () => {
  expect(runsOf([3, 1, 2, 9])).toEqual([1, 3, 9, 9])
  expect(runsOf([])).toEqual([])
})
