/** Program: writes web/chart/land.ts, the land of Southeast Asia and around it, from world-atlas (Natural Earth). */
import { readFileSync, writeFileSync } from 'node:fs'
import { geoIdentity, geoPath } from 'd3'
import { feature, merge } from 'topojson-client'

type Point = readonly [x: number, y: number]
/** Borders as world-atlas keeps them: arcs that neighbours share, in whole steps. */
type Topology = Parameters<typeof merge>[0]
type Shapes = Parameters<typeof merge>[1]
type Countries = Extract<Shapes, { geometries: unknown }>
type Country = Exclude<Shapes, Countries>[number]
type Borders = Topology & { objects: { countries: Countries } }

/** What is shown, in degrees: from Myanmar to Papua, from Assam to Timor. */
const EXTENT = { west: 92, east: 141.1, south: -11.2, north: 28.6 }

/** Units across the map: one is about five kilometres. */
const WIDE = 1000
const SCALE = WIDE / (EXTENT.east - EXTENT.west)
const HIGH = Math.round((EXTENT.north - EXTENT.south) * SCALE)

/** How far a simplified border may be from the given one, in degrees. */
const TOLERANCE = 0.17

/** Islands smaller than so many square units are left out, unless they are all there is of an economy. */
const SMALLEST = { own: 40, around: 200 }

/** Economies by the numbers that the borders carry (ISO 3166-1). */
const ECONOMIES: Readonly<Record<string, string>> = {
  '096': 'BRN', '360': 'IDN', '116': 'KHM', '418': 'LAO', '104': 'MMR', '458': 'MYS',
  '608': 'PHL', '702': 'SGP', '764': 'THA', '626': 'TLS', '704': 'VNM',
}

const distanceTo = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number => {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}

/** A line with fewer points, none of those left out farther than the tolerance (Douglas and Peucker 1973). */
function simplified(line: readonly Point[]): Point[] {
  const [first, last] = [line[0], line.at(-1)]
  if (!first || !last || line.length < 3) return [...line]
  const distances = line.map((point) => distanceTo(point, first, last))
  const farthest = distances.indexOf(Math.max(...distances))
  if ((distances[farthest] ?? 0) <= TOLERANCE) return [first, last]
  return [...simplified(line.slice(0, farthest + 1)).slice(0, -1), ...simplified(line.slice(farthest))]
}

const same = (a: Point | undefined, b: Point | undefined): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1]

/** The borders with arcs in degrees, each simplified by itself: neighbours share them, so that no gap opens between two. */
function borders(): Borders {
  const path = new URL('../../node_modules/world-atlas/countries-50m.json', import.meta.url)
  // the file of a pinned version, whose form a test holds
  const { transform, ...topology } = JSON.parse(readFileSync(path, 'utf8')) as Borders
  const { scale: [kx, ky], translate: [dx, dy] } = transform ?? { scale: [1, 1], translate: [0, 0] }
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0]
    const line = arc.map(([ax = 0, ay = 0]): Point => [(x += ax) * kx + dx, (y += ay) * ky + dy])
    const fewer = simplified(line)
    // an island as small as the tolerance stays as it is
    const kept = fewer.length < 4 && same(line[0], line.at(-1)) ? line : fewer
    return kept.map(([east, north]) => [east, north])
  })
  return { ...topology, arcs }
}

/** A shape as rings of whole units, those outside the map and those too small left out. */
function rings(shape: Parameters<ReturnType<typeof geoPath>>[0], smallest: number): Point[][] {
  const projection = geoIdentity().reflectY(true).scale(SCALE)
    .translate([-EXTENT.west * SCALE, EXTENT.north * SCALE]).clipExtent([[0, 0], [WIDE, HIGH]])
  const path = geoPath(projection)(shape) ?? ''
  const all = path.split('Z').filter(Boolean).map((ring) => ring.slice(1).split('L').map((pair): Point => {
    const [x = 0, y = 0] = pair.split(',').map(Number)
    return [Math.round(x), Math.round(y)]
  }))
  const bySize = all.map(distinct).toSorted((a, b) => area(b) - area(a))
  return bySize.filter((ring, i) => ring.length > 2 && (i === 0 || area(ring) >= smallest))
}

const distinct = (ring: readonly Point[]): Point[] => ring.filter(([x, y], i) => {
  const before = ring[i === 0 ? ring.length - 1 : i - 1]
  return before === undefined || before[0] !== x || before[1] !== y
})

const area = (ring: readonly Point[]): number => Math.abs(ring.reduce((sum, [x, y], i) => {
  const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? []
  return sum + x * nextY - y * nextX
}, 0)) / 2

/** Rings as text: each point from the one before, `x y` by spaces, rings by commas. */
const packed = (all: readonly Point[][]): string => all.map((ring) => {
  let [fromX, fromY] = [0, 0]
  return ring.map(([x, y]) => {
    const step = `${x - fromX} ${y - fromY}`
    fromX = x
    fromY = y
    return step
  }).join(' ')
}).join(',')

/** A long text as lines of code. */
const wrapped = (text: string): string => (text.match(/.{1,110}(?:\s|$)|.+/g) ?? []).map((line) => `    '${line}'`).join(' +\n')

/** The text of web/chart/land.ts. */
export function landModule(): string {
  const topology = borders()
  const { geometries } = topology.objects.countries
  const countries = geometries.filter((one): one is Country => one.type === 'Polygon' || one.type === 'MultiPolygon')
  const codeOf = ({ id }: Country): string => ECONOMIES[String(id)] ?? ''
  const around = merge(topology, countries.filter((one) => codeOf(one) === ''))
  const own = countries.filter((one) => codeOf(one) !== '').toSorted((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1))
    .map((one) => [codeOf(one), packed(rings(feature(topology, one), SMALLEST.own))] as const)
  return `/**
 * The land of Southeast Asia as rings of points in map units, from the borders of world-atlas (Natural Earth, public domain):
 * written by \`npm run land\`. Each point is given from the one before, rings are parted by commas. The land around is one shape:
 * no border is in it.
 */
export const MAP_SIZE = { width: ${WIDE}, height: ${HIGH} } as const

export const AROUND =
${wrapped(packed(rings(around, SMALLEST.around)))}

export const LAND = {
${own.map(([code, text]) => `  ${code}:\n${wrapped(text)},`).join('\n')}
} as const satisfies Readonly<Record<string, string>>
`
}

export function main(): number {
  writeFileSync(new URL('../../web/chart/land.ts', import.meta.url), landModule())
  return 0
}
