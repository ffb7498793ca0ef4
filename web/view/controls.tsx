/** Choosing what is shown by plain links and one form: chart type, selection and time. */
import { codesAlong } from '../../data/model/choose.ts'
import { inLanguage, type Figure } from '../../data/model/figure.ts'
import { shapeOf, type Dimension } from '../../data/model/shape.ts'
import { yearOf } from '../../data/model/time.ts'
import { formatAddress, type Address } from '../address.ts'
import { chartName } from '../chart/draw.ts'
import { nameOf } from '../chart/say.ts'
import { isDefaultView } from '../chart/title.ts'
import { withView } from '../pages/link.ts'
import { wordsOf } from '../words/index.ts'
import type { MessageKey } from '../words/en/index.ts'

type Props = { readonly figure: Figure; readonly address: Address }

const isMessage = (key: string, messages: Readonly<Record<string, string>>): key is MessageKey => Object.hasOwn(messages, key)

const ChartLinks = ({ figure, address }: Props) => {
  const { messages } = wordsOf(address.lang)
  const shown = chartName(figure, address.view)
  if (figure.charts.length < 2) return null
  return (
    <nav class="chart-types" aria-label={messages.chartType}>
      {figure.charts.map((chart, i) => {
        const key = `chart-${chart}`
        return (
          <a key={chart} href={withView(address, { chart: i === 0 ? null : chart })} {...(chart === shown ? { 'aria-current': 'true' as const } : {})}>
            {isMessage(key, messages) ? messages[key] : chart}
          </a>
        )
      })}
    </nav>
  )
}

/** The years of one end; the outermost is sent empty, since it is no choice. */
/** The years of a figure that a reader can choose from; none where its shape is not about time. */
const yearsOf = (figure: Figure): number[] => (shapeOf(figure.shape).time
  ? [...new Set(figure.rows.filter((row) => row.time).map((row) => yearOf(row.time)))].sort((a, b) => a - b) : [])

/** Whether there is anything to choose: two names, or two years. */
const hasChoice = (figure: Figure): boolean => shapeOf(figure.shape).dimensions.some((dimension) => codesAlong(figure, dimension).length > 1) || yearsOf(figure).length > 1

const Years = ({ figure, address, name }: Props & { name: 'from' | 'to' }) => {
  const { messages } = wordsOf(address.lang)
  const years = yearsOf(figure)
  const { time } = address.view
  const end = name === 'from' ? years[0] : years.at(-1)
  const chosen = time === 'latest' ? String(years.at(-1)) : time?.[name]
  return (
    <label>
      {`${messages[name]} `}
      <select name={name}>
        {years.map((year) => (
          <option key={year} value={year === end ? '' : String(year)} selected={year === Number(chosen ?? end)}>{year}</option>
        ))}
      </select>
    </label>
  )
}

/** What a code is called: an answer's words or a name. */
const codeName = (figure: Figure, code: string, lang: string): string =>
  (figure.answers[code] ? inLanguage(figure.answers[code], lang) : nameOf(figure, code, wordsOf(lang)))

/** The codes of one dimension as boxes. The only one begins with all ticked; of several, one with none ticked narrows nothing. */
const Codes = ({ figure, address, dimension, isOnly }: Props & { dimension: Dimension; isOnly: boolean }) => {
  const { select } = address.view
  const { messages } = wordsOf(address.lang)
  const codes = codesAlong(figure, dimension)
  return codes.length < 2 ? null : (
    <fieldset>
      <legend class={isOnly ? 'hidden' : 'dimension'}>{isOnly ? inLanguage(figure.measure, address.lang) : messages[`dimension-${dimension}`]}</legend>
      {codes.map((code) => (
        <label key={code}>
          <input type="checkbox" name="select" value={code} checked={select?.includes(code) ?? isOnly} />{` ${isOnly ? nameOf(figure, code, wordsOf(address.lang)) : codeName(figure, code, address.lang)}`}
        </label>
      ))}
    </fieldset>
  )
}

/** The form folds away, and stays as the reader has it; without JavaScript it is sent and answered by the canonical address. */
const Choose = ({ figure, address }: Props) => {
  const words = wordsOf(address.lang)
  const { chart, theme } = address.view
  const { dimensions } = shapeOf(figure.shape)
  const action = formatAddress({ ...address, view: { ...address.view, chart: null, select: null, time: null, theme: null } })
  return (
    <details class="choose" open={!isDefaultView(address.view)}>
      <summary>{words.messages.choose}</summary>
      <form action={action} method="get">
        {chart === null ? null : <input type="hidden" name="chart" value={chart} />}
        {theme === null ? null : <input type="hidden" name="theme" value={theme} />}
        {dimensions.map((dimension) => <Codes key={dimension} figure={figure} address={address} dimension={dimension} isOnly={dimensions.length === 1} />)}
        {yearsOf(figure).length > 1
          ? <p class="years"><Years figure={figure} address={address} name="from" /> <Years figure={figure} address={address} name="to" /></p> : null}
        <p><button type="submit">{words.messages.show}</button>{' '}
          {isDefaultView(address.view) ? null : <a href={withView(address, { select: null, time: null })}>{words.messages.reset}</a>}</p>
      </form>
    </details>
  )
}

export const Controls = ({ figure, address }: Props) => (
  <div class="controls">
    <ChartLinks figure={figure} address={address} />
    {figure.shape === 'claim' || !hasChoice(figure) ? null : <Choose figure={figure} address={address} />}
  </div>
)
