/**
 * Sets the texts of a picture in exact fonts: what turns pictures into pixels drops a character that its font lacks without a
 * word, and takes the next best weight for one that it finds elsewhere. Here each character has its font, or the picture is refused.
 */
import type { Font, Mark, Run, TextMark } from './scene.ts'

/** A font: the name it is asked for by, what it is used for, its code points as first and last of each run, its OpenType in base64. */
export type Outline = { readonly name: string; readonly role: string; readonly codes: readonly number[]; readonly font: string }

/** The fonts of a figure's pictures in one language, in the order in which characters are looked for. */
export type Outlines = { readonly faces: readonly Outline[] }

/** The fonts a text is set in by its size, weight and face. */
export const roleOf = ({ face, weight }: Font): string => (face === 'italic' ? 'serif-400-italic' : `${face}-${weight}`)

const isIn = (code: number, codes: readonly number[]): boolean => {
  for (let i = 0; i < codes.length; i += 2) if (code >= (codes[i] ?? 0) && code <= (codes[i + 1] ?? 0)) return true
  return false
}

/** The font of a character: of the role that the text asks for, else of another one. */
const faceFor = (code: number, role: string, { faces }: Outlines): Outline | undefined => {
  const having = faces.filter(({ codes }) => isIn(code, codes))
  return having.find((face) => face.role === role) ?? having[0]
}

/** A text in runs of characters that one font has. A space stays with what is before it. Throws for a character no font has. */
export function runsIn(text: string, font: Font, outlines: Outlines): readonly Run[] {
  const role = roleOf(font)
  const runs: { text: string; family: string }[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const last = runs.at(-1)
    const family = character === ' ' && last ? last.family : faceFor(code, role, outlines)?.name
    if (family === undefined) throw new Error(`no font has ${JSON.stringify(character)}, in ${JSON.stringify(text)}`)
    if (last?.family === family) last.text += character
    else runs.push({ text: character, family })
  }
  return runs
}

const BREAKS = /\u200b/g

const setText = (mark: TextMark, outlines: Outlines): TextMark => ({ ...mark, runs: runsIn(mark.text.replace(BREAKS, ''), mark.font, outlines) })

/** The marks of a picture with every text in runs. */
export const lettered = (marks: readonly Mark[], outlines: Outlines): readonly Mark[] => marks.map((mark) => {
  if (mark.kind === 'text') return setText(mark, outlines)
  return mark.kind === 'group' ? { ...mark, marks: lettered(mark.marks, outlines) } : mark
})
