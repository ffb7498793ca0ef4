/** A small chart without words, beside the title it belongs to: what kind of story this is, at a glance. */
import type { Preview } from '../../data/model/preview.ts'
import { linear } from '../chart/scale.ts'
import { px } from '../chart/scene.ts'

const [WIDTH, HEIGHT] = [112, 44]

/** Up to so many times are drawn as columns, more as lines. */
const FEW = 6

function overTime({ kind, years, series }: Exclude<Preview, { kind: 'values' }>) {
  const all = series.flat().filter((value) => value !== null)
  const x = linear([years[0] ?? 0, years.at(-1) ?? 1], [2, WIDTH - 2])
  const y = linear([Math.min(0, ...all), Math.max(0, ...all)], [HEIGHT - 2, 2])
  const path = (values: readonly (number | null)[]) => values.map((value, i) => {
    if (value === null) return ''
    return `${i === 0 || values[i - 1] === null ? 'M' : 'L'}${px(x(years[i] ?? 0))} ${px(y(value))}`
  }).join('')
  return (
    <>
      <line x1="0" x2={WIDTH} y1={px(y(0))} y2={px(y(0))} class="zero" />
      {kind === 'times' ? <>{series.slice(1).map((values, i) => <path key={i} d={path(values)} class="rest" />)}<path d={path(series[0] ?? [])} class="first" /></>
        : series.map((values, line) => values.map((value, i) => value !== null
          && <circle key={i} cx={px(x(years[i] ?? 0))} cy={px(y(value))} r="2" class={line === 0 ? 'first' : 'rest'} />))}
    </>
  )
}

/** Columns over time end in ink, with what is latest; values of different populations are all alike. */
function columns(values: readonly (number | null)[], isOverTime: boolean) {
  const known = values.filter((value) => value !== null)
  const y = linear([Math.min(0, ...known), Math.max(0, ...known)], [HEIGHT - 2, 2])
  const step = WIDTH / Math.max(values.length, 4)
  return (
    <>
      {values.map((value, i) => value !== null && (
        <rect key={i} x={px(i * step)} width={px(step * 0.7)} y={px(Math.min(y(0), y(value)))} height={px(Math.abs(y(value) - y(0)))} class={isOverTime && i === values.length - 1 ? 'first' : 'rest'} />
      ))}
      <line x1="0" x2={WIDTH} y1={px(y(0))} y2={px(y(0))} class="zero" />
    </>
  )
}

export const Spark = ({ preview }: { preview: Preview }) => (
  <svg class="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
    {preview.kind === 'values' ? columns(preview.values, false) : preview.years.length <= FEW ? columns(preview.series[0] ?? [], true) : overTime(preview)}
  </svg>
)
