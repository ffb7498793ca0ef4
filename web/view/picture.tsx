/** A whole SVG file: the picture with its own fonts and colours, so that it is complete wherever it is opened. */
import type { Problem } from '../problem.ts'
import { altOf } from '../chart/alt.ts'
import { lettered, type Outlines } from '../chart/lettered.ts'
import { picture, type PictureOptions } from '../chart/picture.ts'
import { FONTS, lines } from '../chart/mark.ts'
import { breakLines } from '../chart/measure.ts'
import { wordsOf } from '../words/index.ts'
import type { Figure } from '../../data/model/figure.ts'
import { colour, FAMILIES, type Theme } from '../look/tokens.ts'
import { SceneMarks } from './scene.tsx'

type PictureProps = {
  readonly figure: Figure
  readonly options: PictureOptions
  /** The fonts it carries; null for none. */
  readonly css: string | null
  /** The fonts that each character is set in, for programs that cannot choose; left out: the families by name. */
  readonly outlines?: Outlines | null
}

/** The picture's colours are the values themselves: light unless dark is asked for. */
const pictureTheme = (theme: Theme | null): Theme => (theme === 'dark' ? 'dark' : 'light')

export const PictureView = ({ figure, options, css, outlines = null }: PictureProps) => {
  const drawn = picture(figure, options)
  const scene = outlines ? { ...drawn, marks: lettered(drawn.marks, outlines) } : drawn
  const alt = altOf(figure, options.view, options.lang)
  const theme = pictureTheme(options.view.theme)
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${scene.width} ${scene.height}`} width={scene.width} height={scene.height}
      lang={options.lang} role="img" aria-labelledby={`${scene.id}-t ${scene.id}-d`} font-family={FAMILIES.sans}>
      <title id={`${scene.id}-t`}>{alt.short}</title>
      <desc id={`${scene.id}-d`}>{alt.sentences.join(wordsOf(options.lang).space)}</desc>
      {css === null ? null : <style dangerouslySetInnerHTML={{ __html: css }} />}
      <rect width={scene.width} height={scene.height} fill={colour('ground', theme)} />
      <g transform={`translate(${scene.x} ${scene.y})${scene.scale === 1 ? '' : ` scale(${scene.scale})`}`}>
        <SceneMarks scene={scene} theme={theme} isPlain />
      </g>
    </svg>
  )
}

/** A problem as a picture, so that a broken image shows words. */
export const ProblemPicture = ({ problem, lang }: { problem: Problem; lang: string }) => {
  const { title, detail } = wordsOf(lang).problem(problem)
  const said = breakLines(detail, FONTS.label, 520)
  const height = 90 + said.length * 20
  const scene = { id: 'problem', width: 580, height, title, description: detail, points: [], marks: [
    ...lines(30, 50, [title], 20, { font: FONTS.strong }), ...lines(30, 78, said, 20, { token: 'text' })] }
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 580 ${height}`} width={580} height={height} lang={lang} role="img"
      aria-label={`${title}. ${detail}`} font-family={FAMILIES.sans}>
      <rect width={580} height={height} fill={colour('ground', 'light')} />
      <SceneMarks scene={scene} theme="light" />
    </svg>
  )
}
