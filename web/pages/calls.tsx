/** The part of the guide for who uses the data: calls to copy, files of everything, what may be expected and what is promised. */
import type { ComponentChildren } from 'preact'
import { inLanguage } from '../../data/model/figure.ts'
import { isRights, RIGHTS } from '../../data/model/rights.ts'
import { COLLECTION_FILES, DEFAULT_VIEW, formatAddress, UNPREFIXED_LANGUAGE, type Address, type Place } from '../address.ts'
import { Phrased } from '../view/phrased.tsx'
import { COLLECTION_WORDS } from '../words/formats.ts'
import { wordsOf } from '../words/index.ts'
import { fill, type Words } from '../words/words.ts'
import { callsOf, PROGRAMS, sampleOf, type Program } from './call.ts'
import { excelLink, linkTo } from './link.ts'
import type { Site } from './site.ts'

type Props = { readonly site: Site; readonly address: Address }

const Band = ({ id, title, children }: { id: string; title: string; children: ComponentChildren }) => (
  <section class="band" aria-labelledby={id}>
    <h2 id={id}><Phrased text={title} /></h2>
    <div class="prose">{children}</div>
  </section>
)

const Call = ({ program, text, words }: { program: Program; text: string; words: Words }) => {
  const { pages } = words
  const id = `call-${program}` as const
  return (
    <>
      <h3 id={`${id}-name`}>{pages[id]}</h3>
      <p class="small">{pages[`about-${program}`]}</p>
      <section class="scroll" aria-labelledby={`${id}-name`} tabindex={0}><pre dir="ltr"><code id={id}>{text}</code></pre></section>
      <p class="copying">
        <button type="button" hidden data-copy={id} data-copied={pages.copied} data-selected={pages.copySelected}>{pages.copy}</button>
        <span role="status" class="small" />
      </p>
    </>
  )
}

/** Calls with the address of this site and a figure of it. */
export const Calls = ({ site, address }: Props) => {
  const { lang } = address
  const words = wordsOf(lang)
  const entry = sampleOf(site.release, lang)
  if (!entry) return null
  const texts = callsOf(site.origin, entry, lang)
  return (
    <Band id="calls" title={words.pages.guideCalls}>
      <p>{words.pages.guideCallsText}</p>
      {PROGRAMS.map((program) => (
        <>
          <Call key={program} program={program} text={texts[program]} words={words} />
          {program === 'excel' ? <p class="small">{words.pages['about-excel-file']}{words.space}<a href={excelLink(address, entry.id, null)}>{`${entry.id}.csv`}</a></p> : null}
        </>
      ))}
    </Band>
  )
}

/** Where a file of everything is: under the language's own address where it has one. */
const pathIn = (site: Site, lang: string, file: string): string => {
  const own = site.release.files?.[`${lang}/${file}`] ? lang : UNPREFIXED_LANGUAGE
  const place: Place = COLLECTION_FILES.includes(file) ? { kind: 'collection', file } : { kind: 'openapi' }
  return formatAddress({ lang: own, place, view: DEFAULT_VIEW, download: false })
}

const Collection = ({ site, address: { lang } }: Props) => {
  const { pages } = wordsOf(lang)
  return (
    <Band id="collection" title={pages.guideCollection}>
      <p>{pages.guideCollectionText}</p>
      <dl class="terms">{[...COLLECTION_FILES, 'openapi.json'].map((file) => {
        const path = pathIn(site, lang, file)
        return (
          <div key={file}>
            <dt><a href={path}><code>{path}</code></a></dt>
            <dd>{COLLECTION_WORDS[file] ? inLanguage(COLLECTION_WORDS[file], lang) : pages['file-openapi']}</dd>
          </div>
        )
      })}</dl>
    </Band>
  )
}

const POLICY = ['Rate', 'Caching', 'Programs', 'Mistakes', 'Standing'] as const
const PROMISES = ['Ids', 'Codes', 'Columns', 'Versions', 'Changes'] as const

const Terms = ({ words }: { words: Words }) => (
  <ul>{Object.entries(RIGHTS).map(([id, { url }]) => (isRights(id) ? (
    <li key={id}>{url === null ? <b>{words.rights[id]}</b> : <a href={url}>{words.rights[id]}</a>}{`${words.messages.colon}${words.pages[`terms-${id}`]}`}</li>
  ) : null))}</ul>
)

/** The files of everything, the policy and the promise. */
export const Taking = ({ site, address }: Props) => {
  const words = wordsOf(address.lang)
  const { pages } = words
  return (
    <>
      <Collection site={site} address={address} />
      <Band id="policy" title={pages.guidePolicy}>
        <dl class="terms">
          {POLICY.map((one) => <div key={one}><dt>{pages[`policy${one}`]}</dt><dd>{pages[`policy${one}Text`]}</dd></div>)}
          <div>
            <dt>{pages.policyTerms}</dt>
            <dd><p>{pages.policyTermsText}</p><Terms words={words} /><p><a href={linkTo(address, { kind: 'sources' })}>{pages.sources}</a></p></dd>
          </div>
          <div><dt>{pages.policyContact}</dt><dd>{fill(pages.policyContactText, { origin: site.origin.replace(/^https?:\/\//, '') })}</dd></div>
        </dl>
      </Band>
      <Band id="promise" title={pages.guidePromise}>
        <dl class="terms">{PROMISES.map((one) => <div key={one}><dt>{pages[`promise${one}`]}</dt><dd>{pages[`promise${one}Text`]}</dd></div>)}</dl>
      </Band>
    </>
  )
}
