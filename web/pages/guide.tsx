/** The guide: how to read the figures and where the data are, made from the registries so that it cannot fall behind. */
import type { ComponentChildren } from 'preact'
import { inLanguage, STATUSES, VERDICTS, type Row, type Text } from '../../data/model/figure.ts'
import { boundsOf, isQualifier, QUALIFIERS, type QualifierCode } from '../../data/model/qualifier.ts'
import { shortHash } from '../../data/model/release.ts'
import { DEFAULT_VIEW, PARAMETERS, type Address } from '../address.ts'
import { bar, rect } from '../chart/bar.ts'
import { linear } from '../chart/scale.ts'
import { CHARTS } from '../chart/types/index.ts'
import { VerdictShape } from '../view/check.tsx'
import { Phrased } from '../view/phrased.tsx'
import { SceneView } from '../view/scene.tsx'
import { codebook } from '../words/codebook.ts'
import { FORMAT_WORDS } from '../words/formats.ts'
import { GLOSSARY, type Term } from '../words/glossary.ts'
import { WORDS, wordsOf } from '../words/index.ts'
import { grouped, quantity } from '../words/number.ts'
import { fill, type Words } from '../words/words.ts'
import { Calls, Taking } from './calls.tsx'
import { figurePlace, fileLink, linkTo } from './link.ts'
import { filesOf, type Site } from './site.ts'

type Props = { readonly site: Site; readonly address: Address }

const VALUE = '60'

const example = (qualifier: QualifierCode): Row => ({
  series: '', measure: '', group: '', answer: '', time: '', value: VALUE, qualifier, unit: 'percent', n: null, status: 'final', published: '',
  evidence: '', source: '', note: '', as_printed: '', actors: '',
  ...(qualifier === 'between' ? { lower: '50', upper: '70' } : boundsOf(qualifier, VALUE, 'percent')),
})

const percent = (bound: string | null): string => (bound === null ? '' : `${grouped(bound)}%`)

const Drawn = ({ row, words }: { row: Row; words: Words }) => {
  const [x, said] = [linear([0, 100], [0, 150]), quantity(words, row, 1, 'sentence')]
  const scene = {
    id: `bar-${row.qualifier}`, width: 152, height: 20, title: said, description: words.pages.guideDrawn, points: [],
    marks: [rect(0, 150, 4, 12, 'track'), ...bar(x, row, 4, 12, 'japan')],
  }
  return <SceneView scene={scene} theme="auto" className="sample" />
}

const firstForms = (forms: Term['forms']): Text => Object.fromEntries(Object.entries(forms).map(([lang, [first]]) => [lang, first]))

const Table = ({ heads, children }: { heads: readonly string[]; children: ComponentChildren }) => (
  <section class="scroll" aria-label={heads.join(' ')} tabindex={0}>
    <table>
      <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
      <tbody>{children}</tbody>
    </table>
  </section>
)

const Qualifiers = ({ words }: { words: Words }) => {
  const { pages } = words
  return (
    <Table heads={[pages.guideQualifier, pages.guideDrawn, pages.guideBounds, pages.guideCode]}>
      {Object.keys(QUALIFIERS).filter(isQualifier).map(example).map((row) => (
        <tr key={row.qualifier}>
          <th scope="row">{quantity(words, row, 1, 'sentence')}</th>
          <td><Drawn row={row} words={words} /></td>
          <td>{words.bounds(row.qualifier, percent(row.lower), percent(row.upper))}</td>
          <td><code>{row.qualifier}</code></td>
        </tr>
      ))}
    </Table>
  )
}

const Reading = ({ words }: { words: Words }) => {
  const { pages, messages } = words
  return (
    <>
      <section class="band" aria-labelledby="qualifiers">
        <h2 id="qualifiers"><Phrased text={pages.guideQualifiers} /></h2>
        <div class="prose"><p>{pages.guideQualifiersText}</p><Qualifiers words={words} /></div>
      </section>
      <section class="band" aria-labelledby="checks">
        <h2 id="checks"><Phrased text={pages.guideChecks} /></h2>
        <div class="prose">
          <p>{pages.guideChecksText}</p>
          <dl class="terms">{VERDICTS.map((verdict) => (
            <div key={verdict}><dt><VerdictShape verdict={verdict} /> {messages[`verdict-${verdict}`]}</dt><dd>{pages[`explain-${verdict}`]}</dd></div>
          ))}</dl>
        </div>
      </section>
      <section class="band" aria-labelledby="compare">
        <h2 id="compare"><Phrased text={pages.guideCompare} /></h2>
        <div class="prose"><p>{pages.guideCompareText}</p></div>
      </section>
      <section class="band" aria-labelledby="vintages">
        <h2 id="vintages"><Phrased text={pages.guideVintages} /></h2>
        <div class="prose">
          <p>{pages.guideVintagesText}</p>
          <dl class="terms">{STATUSES.map((status) => (
            <div key={status}><dt>{messages[`status-${status}`] || <code>{status}</code>}</dt><dd>{pages[`explain-${status}`]}</dd></div>
          ))}</dl>
          <p>{pages.guideMissing}</p>
        </div>
      </section>
      <section class="band" aria-labelledby="names">
        <h2 id="names"><Phrased text={pages.guideNames} /></h2>
        <div class="prose"><p>{pages.guideNamesText}</p><p>{pages.guideMapsText}</p></div>
      </section>
    </>
  )
}

/** Every term with its name in the other languages, so that either can be looked up. */
const Terms = ({ words }: { words: Words }) => (
  <section class="band" aria-labelledby="terms">
    <h2 id="terms"><Phrased text={words.pages.guideTerms} /></h2>
    <div class="prose">
      <p>{words.pages.guideTermsText}</p>
      <dl class="terms">{Object.entries(GLOSSARY).map(([code, { forms, means }]) => (
        <div key={code}>
          <dt>{inLanguage(firstForms(forms), words.code)}{Object.values(WORDS).filter((other) => other.code !== words.code).map((other) => (
            <> <span class="small" lang={other.code}>{inLanguage(firstForms(forms), other.code)}</span></>
          ))}</dt>
          <dd>{inLanguage(means, words.code)}</dd>
        </div>
      ))}</dl>
    </div>
  </section>
)

const Data = ({ site, address }: Props) => {
  const words = wordsOf(address.lang)
  const { pages } = words
  const first = site.release.figures.find(({ lang }) => lang.includes(address.lang))
  if (!first) return null
  // addresses to be read, without the colours that links of this page take along
  const plain = { ...address, view: DEFAULT_VIEW }
  const pinned = linkTo(plain, figurePlace(first.id, shortHash(first.hash)))
  const path = linkTo(plain, figurePlace('<id>'))
  return (
    <section class="band" aria-labelledby="data">
      <h2 id="data"><Phrased text={pages.guideData} /></h2>
      <div class="prose">
        <p>{fill(pages.guideDataText, { example: pinned })}</p>
        <Table heads={[pages.guideAddress, pages.guideGives, pages.guideTakes]}>
          {site.formats.map(({ extension, mediaType, params }) => (
            <tr key={extension}>
              <th scope="row"><code>{`${path}.${extension}`}</code></th>
              <td>{inLanguage(FORMAT_WORDS[extension] ?? { [words.code]: extension }, words.code)}<br /><span class="small">{mediaType.split(';')[0]}</span></td>
              <td>{params.filter((name) => name !== 'from' && name !== 'to').map((name) => <><code>{name}</code> </>)}</td>
            </tr>
          ))}
        </Table>
        <h3>{pages.guideParameters}</h3>
        <dl class="terms">{PARAMETERS.flatMap((name) => (name === 'from' || name === 'to' ? [] : [
          <div key={name}><dt><code>{name}</code></dt><dd>{fill(pages[`param-${name}`], { charts: Object.keys(CHARTS).join(', ') })}</dd></div>,
        ]))}</dl>
      </div>
    </section>
  )
}

/** The files most readers want of a figure: every other one is an ending away. */
const LINKED: readonly string[] = ['csv', 'xlsx', 'json', 'svg']

const Files = ({ site, address }: Props) => {
  const words = wordsOf(address.lang)
  const { pages } = words
  return (
    <>
      <section class="band" aria-labelledby="columns">
        <h2 id="columns"><Phrased text={pages.guideColumns} /></h2>
        <div class="prose">
          <Table heads={[pages.guideColumn, pages.guideHolds]}>
            {codebook(words).map(({ name, means, codes }) => (
              <tr key={name}>
                <th scope="row"><code>{name}</code></th>
                <td>{means}{codes.map((one) => <><br /><code>{one.code}</code> {one.means}</>)}</td>
              </tr>
            ))}
          </Table>
        </div>
      </section>
      <section class="band" aria-labelledby="figures">
        <h2 id="figures"><Phrased text={pages.guideFigures} /></h2>
        <div class="prose">
          <Table heads={[pages.measure, pages.guideAddress]}>
            {site.release.figures.filter(({ lang }) => lang.includes(address.lang)).map(({ id, measure, shape }) => (
              <tr key={id}>
                <th scope="row"><a href={linkTo(address, figurePlace(id))}>{inLanguage(measure, address.lang)}</a></th>
                <td>{filesOf(site, shape).filter(({ extension }) => LINKED.includes(extension)).map(({ extension }) => <><a href={fileLink(address, id, null, extension)}>{`${id}.${extension}`}</a> </>)}</td>
              </tr>
            ))}
          </Table>
        </div>
      </section>
    </>
  )
}

export const GuidePage = ({ site, address }: Props) => {
  const words = wordsOf(address.lang)
  return (
    <>
      <div class="opening">
        <h1><Phrased text={words.pages.guideTitle} /></h1>
        <p class="lead">{words.pages.guideLead}</p>
      </div>
      <Reading words={words} />
      <Terms words={words} />
      <Data site={site} address={address} />
      <Calls site={site} address={address} />
      <Taking site={site} address={address} />
      <Files site={site} address={address} />
    </>
  )
}
