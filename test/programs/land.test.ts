/** The land that maps are drawn on: what the program writes, small enough to travel, and every economy in its place. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { landModule } from '../../data/programs/land.ts'
import { AROUND, LAND, MAP_SIZE } from '../../web/chart/land.ts'

const MODULE = new URL('../../web/chart/land.ts', import.meta.url)

/** Rings of points, read anew. */
const rings = (text: string): [number, number][][] => text.split(',').map((ring) => {
  const numbers = ring.trim().split(/\s+/).map(Number)
  const points: [number, number][] = []
  for (let i = 0; i < numbers.length; i += 2) {
    const [x, y] = points.at(-1) ?? [0, 0]
    points.push([x + (numbers[i] ?? NaN), y + (numbers[i + 1] ?? NaN)])
  }
  return points
})

const isIn = (ring: readonly (readonly [number, number])[], [x, y]: readonly [number, number]): boolean => ring.reduce((inside, [ax, ay], i) => {
  const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay]
  return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !inside : inside
}, false)

/** Degrees to map units, as a second hand would write it: 92 to 141.1 east over the width, 28.6 north at the top. */
const unit = MAP_SIZE.width / (141.1 - 92)
const at = (east: number, north: number): [number, number] => [(east - 92) * unit, (28.6 - north) * unit]

it('is what `npm run land` writes, the same bytes again', () => {
  const written = landModule()
  expect(readFileSync(MODULE, 'utf8')).toBe(written)
  expect(landModule()).toBe(written)
})

it('is small enough to travel to browsers', () => {
  expect(readFileSync(MODULE).byteLength).toBeLessThan(12_000)
})

describe('land', () => {
  it('is of eleven economies, whole rings within the map', () => {
    expect(Object.keys(LAND)).toEqual(['BRN', 'IDN', 'KHM', 'LAO', 'MMR', 'MYS', 'PHL', 'SGP', 'THA', 'TLS', 'VNM'])
    for (const text of [AROUND, ...Object.values(LAND)]) for (const ring of rings(text)) {
      expect(ring.length).toBeGreaterThan(2)
      expect(ring.filter(([x, y]) => !(x >= 0 && x <= MAP_SIZE.width && y >= 0 && y <= MAP_SIZE.height))).toEqual([])
    }
  })

  it.each([
    ['THA', 101, 15], ['MMR', 96, 20], ['LAO', 102.5, 19.5], ['KHM', 105, 12.5], ['VNM', 108, 13.5], ['MYS', 102.5, 4], ['MYS', 113.5, 2.9],
    ['IDN', 113, -1], ['IDN', 110, -7.3], ['IDN', 138, -4], ['PHL', 121, 16.5], ['PHL', 125, 7.5], ['TLS', 125.8, -8.8],
  ] as const)('%s is at %f east, %f north, and nobody else', (code, east, north) => {
    const here = Object.entries(LAND).filter(([, text]) => rings(text).some((ring) => isIn(ring, at(east, north)))).map(([name]) => name)
    expect(here).toEqual([code])
  })

  it('has Singapore and Brunei, small as they are', () => {
    const middle = (text: string) => {
      const all = rings(text).flat()
      return [all.reduce((sum, [x]) => sum + x, 0) / all.length, all.reduce((sum, [, y]) => sum + y, 0) / all.length] as const
    }
    for (const [code, east, north] of [['SGP', 103.8, 1.35], ['BRN', 114.7, 4.6]] as const) {
      const [x, y] = middle(LAND[code])
      expect(Math.hypot(x - at(east, north)[0], y - at(east, north)[1])).toBeLessThan(12)
    }
  })

  it('around it is one shape without a border in it: east and west of Myanmar are one ring', () => {
    const ringAt = (east: number, north: number) => rings(AROUND).findIndex((ring) => isIn(ring, at(east, north)))
    expect(ringAt(108, 24)).toBeGreaterThanOrEqual(0)
    expect(ringAt(94, 27.5)).toBe(ringAt(108, 24))
    expect(ringAt(121, 23.8)).toBeGreaterThanOrEqual(0)
  })
})
