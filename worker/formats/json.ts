/** The figure as JSON: every observation with its evidence. The keys and their order are a promise: DESIGN §5. */
import { inLanguage } from '../../data/model/figure.ts'
import { shortHash } from '../../data/model/release.ts'
import { selectRows } from '../../web/chart/select.ts'
import { titleOf } from '../../web/chart/title.ts'
import { citationOf } from '../../web/pages/cite.ts'
import { columnsIn, groundsOf, linksOf, observationsOf } from './document.ts'
import { DATA_PARAMS, type Format, type Subject } from './format.ts'

/** What stands before the rows: which figure this is, in which version and language, and what it says. */
export function headOf({ figure, hash, address: { lang, view } }: Subject) {
  return {
    schema: figure.schema, id: figure.id, version: shortHash(hash), lang, shape: figure.shape,
    asOf: figure.asOf, published: figure.published,
    title: titleOf(figure, view, lang), subtitle: inLanguage(figure.subtitle, lang),
    description: inLanguage(figure.description, lang), unit: figure.unit,
  }
}

/** The figure as plain data, keys in order. */
function documentOf(subject: Subject) {
  const { figure, hash, site, address: { lang, view } } = subject
  return {
    ...headOf(subject),
    columns: columnsIn(figure, lang),
    rows: observationsOf(figure, selectRows(figure, view), lang),
    ...groundsOf(figure, lang),
    citation: citationOf(site, figure, hash, lang),
    links: linksOf(subject),
  }
}

export const json: Format = {
  extension: 'json',
  mediaType: 'application/json; charset=utf-8',
  encoder: 3,
  kind: 'data',
  params: DATA_PARAMS,
  showsRelease: false,
  render: (subject) => `${JSON.stringify(documentOf(subject))}\n`,
}
