/** What the columns of the CSV hold, as CSV on the Web (W3C): the file a `Link` header of the CSV names. */
import { inLanguage, type Figure, type Source } from '../../data/model/figure.ts'
import type { ColumnType } from '../../data/model/shape.ts'
import { citedOf } from '../../web/pages/cite.ts'
import { wordsOf } from '../../web/words/index.ts'
import { addressOf } from './document.ts'
import { WHOLE_PARAMS, type Format, type Subject } from './format.ts'
import { fieldsOf, keyOf, type Field } from './schema.ts'
import { OWN_LICENSE } from './terms.ts'

/** Times are EDTF, of which only some are dates of XML Schema: they stay text. */
const DATATYPE: Readonly<Record<ColumnType, string>> =
  { code: 'string', text: 'string', decimal: 'decimal', integer: 'integer', time: 'string', date: 'string', reference: 'string' }

const columnOf = ({ name, type, means, codes, isRequired, isSeveral }: Field, lang: string) => ({
  name,
  titles: name,
  'dc:description': { '@value': [means, ...codes.map(({ code, means: stands }) => `${code} = ${stands}`)].join('; '), '@language': lang },
  datatype: DATATYPE[type],
  ...(isRequired && { required: true }),
  ...(isSeveral && { separator: '~' }),
})

const sourceOf = ({ title, url }: Source) => (url === null ? title : { '@id': url })

function documentOf(subject: Subject) {
  const { figure, hash, site, address: { lang } } = subject
  const { url, publisher, version } = citedOf(site, figure, hash, lang)
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': lang }],
    '@id': addressOf(subject, 'csv-metadata.json'),
    url: addressOf(subject, 'csv'),
    'dc:title': inLanguage(figure.title, lang),
    'dc:description': inLanguage(figure.description, lang),
    'dc:identifier': url,
    'dc:issued': figure.published,
    'dc:hasVersion': version,
    'dc:creator': publisher,
    'dc:publisher': wordsOf(lang).messages.site,
    'dc:license': { '@id': OWN_LICENSE.path },
    'dc:rights': wordsOf(lang).pages.footer,
    'dc:source': Object.values(figure.sources).map(sourceOf),
    dialect: { encoding: 'utf-8', delimiter: ',', quoteChar: '"', doubleQuote: true, header: true, headerRowCount: 1, lineTerminators: ['\r\n'], trim: false },
    tableSchema: tableSchemaOf(figure, lang),
  }
}

function tableSchemaOf(figure: Figure, lang: string) {
  const key = keyOf(figure, lang)
  return { columns: fieldsOf(figure, lang).map((field) => columnOf(field, lang)), ...(key.length && { primaryKey: key }) }
}

export const csvw: Format = {
  extension: 'csv-metadata.json',
  mediaType: 'application/csvm+json',
  encoder: 3,
  kind: 'data',
  isAbout: true,
  params: WHOLE_PARAMS,
  showsRelease: false,
  render: (subject) => `${JSON.stringify(documentOf(subject))}\n`,
}
