/** A scene as SVG: the one view that pages, embeds and pictures share. */
import type { ComponentChildren } from 'preact'
import type { GroupMark, Mark, Paint, Scene, TextMark } from '../chart/scene.ts'
import { colour, FAMILIES, type Theme, type Token } from '../look/tokens.ts'

type SceneProps = {
  readonly scene: Scene
  /** `auto` = custom properties of the page; otherwise the colours themselves. */
  readonly theme: Theme
  readonly className?: string
}

/** What marks need to know of where they stand. `isPlain`: in a file for programs that know SVG 1.1 only. */
type Ground = { readonly id: string; readonly theme: Theme; readonly isPlain: boolean }

const paintId = (id: string, { token, texture }: Paint): string => `${id}-${texture}-${token}`
const paintOf = (ground: Ground, paint: Paint): string => (paint.texture ? `url(#${paintId(ground.id, paint)})` : colour(paint.token, ground.theme))

function textures(marks: readonly Mark[]): Paint[] {
  const found = new Map<string, Paint>()
  const visit = (mark: Mark): void => {
    if (mark.kind === 'group') mark.marks.forEach(visit)
    else if ((mark.kind === 'rect' || mark.kind === 'path') && mark.fill?.texture) found.set(`${mark.fill.texture}-${mark.fill.token}`, mark.fill)
  }
  marks.forEach(visit)
  return [...found.values()]
}

const Texture = ({ ground, paint }: { ground: Ground; paint: Paint }) => {
  const id = paintId(ground.id, paint)
  const ink = colour(paint.token, ground.theme)
  const isHatch = paint.texture === 'hatch'
  return isHatch || paint.texture === 'ruled'
    ? (
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" fill={isHatch ? colour('track', ground.theme) : ink} />
        <rect width={isHatch ? 2 : 1.5} height="5" fill={isHatch ? ink : colour('ground', ground.theme)} />
      </pattern>
    )
    : (
      <linearGradient id={id}>
        <stop offset="0" stop-color={ink} />
        <stop offset="1" stop-color={ink} stop-opacity="0" />
      </linearGradient>
    )
}

/** A rim around letters, painted before them. */
const rim = (ground: Ground) => ({ stroke: colour('ground', ground.theme), 'stroke-width': 4, 'stroke-linejoin': 'round' } as const)

const Letters = ({ mark, ground, paint }: { mark: TextMark; ground: Ground; paint: object }) => (
  <text
    x={mark.x} y={mark.y} fill={colour(mark.token, ground.theme)} font-size={mark.font.size}
    {...(mark.font.weight === 400 ? {} : { 'font-weight': mark.font.weight })}
    {...(mark.font.face === 'sans' ? {} : { 'font-family': FAMILIES.serif })}
    {...(mark.font.face === 'italic' ? { 'font-style': 'italic' } : {})}
    {...(mark.anchor === 'start' ? {} : { 'text-anchor': mark.anchor })}
    {...paint}
  >
    {mark.runs ? mark.runs.map(({ text, family }, i) => <tspan key={i} font-family={family}>{text}</tspan>) : mark.text}
  </text>
)

/** Text; where the order of painting cannot be said, the rim is a text of its own below it. */
const Text = ({ mark, ground }: { mark: TextMark; ground: Ground }) => {
  if (!mark.halo) return <Letters mark={mark} ground={ground} paint={{}} />
  if (!ground.isPlain) return <Letters mark={mark} ground={ground} paint={{ ...rim(ground), 'paint-order': 'stroke' }} />
  return (
    <>
      <Letters mark={mark} ground={ground} paint={{ ...rim(ground), 'aria-hidden': 'true' }} />
      <Letters mark={mark} ground={ground} paint={{}} />
    </>
  )
}

const moved = ({ x = 0, y = 0, scale = 1 }: GroupMark): { transform?: string } =>
  (x || y || scale !== 1 ? { transform: `translate(${x} ${y})${scale === 1 ? '' : ` scale(${scale})`}` } : {})

const Group = ({ mark, ground }: { mark: GroupMark; ground: Ground }) => (
  <g {...(mark.datum ? { 'data-datum': mark.datum } : {})} {...moved(mark)}>
    {mark.label ? <title>{mark.label}</title> : null}
    {mark.marks.map((inner, i) => <MarkView key={i} mark={inner} ground={ground} />)}
  </g>
)

function MarkView({ mark, ground }: { mark: Mark; ground: Ground }): ComponentChildren {
  const ink = (token: Token) => colour(token, ground.theme)
  switch (mark.kind) {
    case 'text': return <Text mark={mark} ground={ground} />
    case 'group': return <Group mark={mark} ground={ground} />
    case 'line': return (
      <line x1={mark.x1} y1={mark.y1} x2={mark.x2} y2={mark.y2} stroke={ink(mark.token)} stroke-width={mark.width}
        {...(mark.dash === undefined ? {} : { 'stroke-dasharray': mark.dash })} />
    )
    case 'path': return (
      <path d={mark.d} fill={mark.fill ? paintOf(ground, mark.fill) : 'none'}
        {...(mark.stroke ? { stroke: ink(mark.stroke), 'stroke-width': mark.width ?? 1, 'stroke-linejoin': 'round', 'stroke-linecap': 'round' } : {})} />
    )
    case 'rect': return <rect x={mark.x} y={mark.y} width={mark.width} height={mark.height} fill={paintOf(ground, mark.fill)} />
    case 'circle': return (
      <circle cx={mark.x} cy={mark.y} r={mark.r} fill={ink(mark.fill)}
        {...(mark.stroke ? { stroke: ink(mark.stroke), 'stroke-width': mark.width ?? 1 } : {})} />
    )
    default: return mark satisfies never
  }
}

/** Definitions and marks of a scene, for use inside an `<svg>`. */
export const SceneMarks = ({ scene, theme, isPlain = false }: Omit<SceneProps, 'className'> & { readonly isPlain?: boolean }) => {
  const ground = { id: scene.id, theme, isPlain }
  const paints = textures(scene.marks)
  return (
    <>
      {paints.length ? <defs>{paints.map((paint) => <Texture key={paintId(scene.id, paint)} ground={ground} paint={paint} />)}</defs> : null}
      {scene.marks.map((mark, i) => <MarkView key={i} mark={mark} ground={ground} />)}
    </>
  )
}

/** A chart in a page: named and described for those who do not see it, as wide as its box allows. */
export const SceneView = ({ scene, theme, className }: SceneProps) => (
  <svg viewBox={`0 0 ${scene.width} ${scene.height}`} width={scene.width} height={scene.height} role="img"
    aria-labelledby={`${scene.id}-t ${scene.id}-d`} {...(className ? { class: className } : {})}>
    <title id={`${scene.id}-t`}>{scene.title}</title>
    <desc id={`${scene.id}-d`}>{scene.description}</desc>
    <SceneMarks scene={scene} theme={theme} />
  </svg>
)
