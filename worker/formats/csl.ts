/** The citation of a figure's version as CSL-JSON, which Zotero, pandoc and citeproc read. */
import { inLanguage } from '../../data/model/figure.ts'
import { citedOf } from '../../web/pages/cite.ts'
import { wordsOf } from '../../web/words/index.ts'
import { WHOLE_PARAMS, type Format, type Subject } from './format.ts'

function itemOf({ site, figure, hash, address: { lang } }: Subject) {
  const { title, publisher, publishers, date, version, url } = citedOf(site, figure, hash, lang)
  const { messages } = wordsOf(lang)
  return {
    id: `${figure.id}-${version}`, type: 'dataset', title, abstract: inLanguage(figure.description, lang),
    author: (publishers.length ? publishers : [messages.site]).map((literal) => ({ literal })),
    publisher: messages.site, issued: { 'date-parts': [date.split('-').map(Number)] }, version,
    ...(publishers.length ? {} : { note: publisher }),
    URL: url, language: lang,
  }
}

export const csl: Format = {
  extension: 'csl.json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  encoder: 1,
  kind: 'data',
  isAbout: true,
  params: WHOLE_PARAMS,
  showsRelease: false,
  render: (subject) => `${JSON.stringify([itemOf(subject)])}\n`,
}
