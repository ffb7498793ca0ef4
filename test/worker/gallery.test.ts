/** workerd prints every picture of the gallery with the very bytes that Node does. */
import { expect, it } from 'vitest'
import { casesOf } from '../gallery/list.ts'
import { figureOf, RELEASE } from './published.ts'

const files = import.meta.glob<string>(['../gallery/*.svg', '!../gallery/*-changed.svg'], { query: '?raw', import: 'default', eager: true })
const goldens = new Map(Object.entries(files).map(([path, text]) => [path.slice('../gallery/'.length, -'.svg'.length), text]))
const cases = casesOf(RELEASE.figures.map(({ id }) => figureOf(id)))

it('has a golden file for every picture', () => {
  expect(cases.length).toBeGreaterThan(40)
  expect(cases.filter(({ name }) => !goldens.has(name)).map(({ name }) => name)).toEqual([])
})

it.each(cases)('$name', ({ name, print }) => expect(print()).toBe(goldens.get(name)))
