/** What can be taken from a figure's page into a text: sentences to quote with what must go with them, and the picture in words. */
import { shortHash } from '../../data/model/release.ts'
import { formatAddress } from '../address.ts'
import { altOf } from '../chart/alt.ts'
import { caveatsOf } from '../chart/footer.ts'
import { quotesOf } from '../chart/quote.ts'
import type { ColumnProps } from '../view/column.tsx'
import { CheckView } from '../view/check.tsx'
import { wordsOf } from '../words/index.ts'
import type { Words } from '../words/words.ts'
import { figurePlace } from './link.ts'

/** Buttons that a script shows and serves; without it the text is there to be selected. */
const Copy = ({ of, words }: { of: readonly (readonly [id: string, label: string])[]; words: Words }) => (
  <p class="copying">
    {of.map(([id, label]) => (
      <button key={id} type="button" hidden data-copy={id} data-copied={words.pages.copied} data-selected={words.pages.copySelected}>{label}</button>
    ))}
    <span role="status" class="small" />
  </p>
)

export const QuotePanel = ({ site, address, figure, hash }: ColumnProps) => {
  const { lang, view } = address
  const words = wordsOf(lang)
  const place = figurePlace(figure.id, shortHash(hash))
  const quotes = quotesOf(figure, view, lang, site.origin + formatAddress({ ...address, place, view: { ...view, theme: null } }))
  const caveats = caveatsOf(figure, view, words)
  if (quotes.length === 0) return null
  return (
    <section class="panel quote" aria-labelledby="quote">
      <h2 id="quote">{words.pages.quote}</h2>
      {quotes.map(({ number, sentence }, i) => (
        <div key={i} class="quotation">
          <p><b id={`number-${i}`}>{number}</b></p>
          <p id={`quote-${i}`} class="citation">{sentence}</p>
          <Copy of={[[`quote-${i}`, words.pages.copy], [`number-${i}`, words.pages.quoteNumber]]} words={words} />
        </div>
      ))}
      {figure.checks.length === 0 ? null : <h3>{words.pages.quoteChecked}</h3>}
      {figure.checks.map((check) => <CheckView key={check.claim} check={check} words={words} />)}
      {caveats.length === 0 ? null : <h3>{words.pages.quoteCaveats}</h3>}
      {caveats.map((caveat) => <p key={caveat}>{caveat}</p>)}
    </section>
  )
}

export const AltPanel = ({ address, figure }: Pick<ColumnProps, 'address' | 'figure'>) => {
  const words = wordsOf(address.lang)
  const { pages } = words
  const { short, sentences } = altOf(figure, address.view, address.lang)
  return (
    <section class="panel" aria-labelledby="alt">
      <h2 id="alt">{pages.altText}</h2>
      <details>
        <summary>{pages.altTextShort}</summary>
        <p id="alt-short">{short}</p>
        <Copy of={[['alt-short', pages.copy]]} words={words} />
      </details>
      <details>
        <summary>{pages.altTextLong}</summary>
        <p id="alt-long">{sentences.join(words.space)}</p>
        <Copy of={[['alt-long', pages.copy]]} words={words} />
      </details>
    </section>
  )
}
