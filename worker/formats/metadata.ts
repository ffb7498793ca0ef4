/** Everything about a figure but its rows: columns and codes, evidence, checks, sources, terms, changes, citation, links. */
import { inLanguage } from '../../data/model/figure.ts'
import { citationOf } from '../../web/pages/cite.ts'
import { codebookOf } from '../../web/words/codebook.ts'
import { wordsOf } from '../../web/words/index.ts'
import { groundsOf, linksOf } from './document.ts'
import { WHOLE_PARAMS, type Format, type Subject } from './format.ts'
import { headOf } from './json.ts'
import { OWN_LICENSE } from './terms.ts'

function documentOf(subject: Subject) {
  const { figure, hash, site, address: { lang } } = subject
  const words = wordsOf(lang)
  return {
    ...headOf(subject),
    measure: inLanguage(figure.measure, lang),
    observations: figure.rows.length,
    columns: codebookOf(figure, words, true),
    ...groundsOf(figure, lang),
    changes: figure.changes.map(({ date, kind, note }) => ({ date, kind, note: inLanguage(note, lang) })),
    license: OWN_LICENSE.path,
    rights: words.pages.footer,
    citation: citationOf(site, figure, hash, lang),
    links: linksOf(subject),
  }
}

export const metadata: Format = {
  extension: 'metadata.json',
  mediaType: 'application/json; charset=utf-8',
  encoder: 3,
  kind: 'data',
  isAbout: true,
  params: WHOLE_PARAMS,
  showsRelease: false,
  render: (subject) => `${JSON.stringify(documentOf(subject))}\n`,
}
