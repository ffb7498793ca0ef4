/** What differs between two versions, as tables: one line for each number that changed, and one for each word or fact. */
import type { ComponentChildren } from 'preact'
import type { CellName } from '../../data/model/compare.ts'
import type { Figure, Row } from '../../data/model/figure.ts'
import { shapeOf } from '../../data/model/shape.ts'
import { statusOf } from '../chart/say.ts'
import { SAID_TOGETHER, wordsIn, type ComparedFact, type ComparedRow } from '../pages/compared.ts'
import { grouped, unitWords } from '../words/number.ts'
import { wordsOf } from '../words/index.ts'
import { fill, type Words } from '../words/words.ts'

type Line = { readonly name: ComponentChildren; readonly what: ComponentChildren; readonly before: ComponentChildren; readonly after: ComponentChildren }

const Nothing = ({ words }: { words: Words }) => <span class="none">{words.pages.nothingThere}</span>

/** A number as its source printed it, with its qualifier, its unit where the versions differ in it, and its status. */
function saidValue(row: Row, hasUnit: boolean, words: Words): string {
  const { before, after } = words.qualifiers[row.qualifier]
  const isRange = row.qualifier === 'between' && row.lower && row.upper
  const number = isRange ? `${grouped(row.lower ?? '')}${words.range}${grouped(row.upper ?? '')}` : grouped(row.value ?? '')
  const unit = hasUnit ? ` ${unitWords(words, row.unit).printed}` : ''
  const said = row.value || isRange ? `${before}${number}${after}${unit}` : words.messages.missing
  return `${said}${words.space}(${statusOf(row, words) || words.pages.statusFinal})`
}

/** What stands for a whole row: its number, or of an event or pair what kind it is. */
function saidRow(row: Row | null, { answers, shape }: Figure, hasUnit: boolean, words: Words): ComponentChildren {
  if (!row) return <Nothing words={words} />
  if (shapeOf(shape).numeric) return saidValue(row, hasUnit, words)
  const answer = answers[row.answer]
  return answer ? wordsIn(answer, words.code) : row.answer || words.messages.noEntry
}

const isTogether = (column: CellName): boolean => SAID_TOGETHER.some((name) => name === column)

function linesOf({ name, change, from, to, cells }: ComparedRow, figure: Figure, words: Words): readonly Line[] {
  const { pages } = words
  const isNumeric = shapeOf(figure.shape).numeric
  const hasUnit = cells.some(({ column }) => column === 'unit') && change === 'changed'
  const whole: Line = {
    name, what: isNumeric ? pages.cellValue : pages.cellEntry,
    before: saidRow(from, figure, hasUnit, words), after: saidRow(to, figure, hasUnit, words),
  }
  if (change !== 'changed') return [whole]
  const others = cells.filter(({ column }) => !isNumeric || !isTogether(column))
  return [
    ...(others.length < cells.length ? [whole] : []),
    ...others.map(({ column, from: was, to: is }): Line =>
      ({ name, what: <code>{column}</code>, before: was ?? <Nothing words={words} />, after: is ?? <Nothing words={words} /> })),
  ]
}

const Table = ({ heads, lines, caption }: { heads: readonly string[]; lines: readonly Line[]; caption: string }) => (
  <section class="scroll" aria-label={caption} tabindex={0}>
    <table class="listing">
      <caption class="hidden">{caption}</caption>
      <thead><tr>{heads.map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
      <tbody>{lines.map(({ name, what, before, after }, i) => (
        <tr key={i}><th scope="row">{name}</th>{what === null ? null : <td>{what}</td>}<td>{before}</td><td>{after}</td></tr>
      ))}</tbody>
    </table>
  </section>
)

/** Observations that came, went or are others. `figure` is the later version. */
export const RowsView = ({ rows, figure, lang }: { rows: readonly ComparedRow[]; figure: Figure; lang: string }) => {
  const words = wordsOf(lang)
  const { pages } = words
  const count = (change: ComparedRow['change']): string => String(rows.filter((row) => row.change === change).length)
  const counts = fill(pages.comparedCounts, { changed: count('changed'), added: count('added'), removed: count('removed') })
  return (
    <>
      <p>{counts}</p>
      <Table caption={pages.comparedRowsTable} heads={[pages.columnObservation, pages.columnWhat, pages.columnBefore, pages.columnAfter]}
        lines={rows.flatMap((row) => linesOf(row, figure, words))} />
    </>
  )
}

/** What a path leads to: the kind of fact in words, the rest as it is written in the files. */
function factName(path: string, { pages }: Words): ComponentChildren {
  const [, first = '', ...rest] = path.split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const said = Object.entries(pages).find(([key]) => key === `fact-${first}`)?.[1] ?? first
  return <>{said}{rest.length ? <>{' '}<code>{rest.join(' ')}</code></> : null}</>
}

/** Words and facts that came, went or are others. */
export const FactsView = ({ facts, lang }: { facts: readonly ComparedFact[]; lang: string }) => {
  const words = wordsOf(lang)
  const { pages } = words
  const lines = facts.map(({ path, from, to, languages }): Line => {
    const elsewhere = languages.length && !languages.includes(lang) ? fill(pages.comparedElsewhere, { languages: languages.join(', ') }) : null
    return { name: factName(path, words), what: null, before: elsewhere ?? from ?? <Nothing words={words} />, after: elsewhere ?? to ?? <Nothing words={words} /> }
  })
  return <Table caption={pages.comparedFactsTable} heads={[pages.columnWhat, pages.columnBefore, pages.columnAfter]} lines={lines} />
}
