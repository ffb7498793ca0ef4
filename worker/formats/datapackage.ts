/** The figure as a Data Package (version 2): its CSV with the meaning of every column and code, its other files, sources and terms. */
import { inLanguage, type Figure, type Source } from '../../data/model/figure.ts'
import { hashOf, type Hash } from '../../data/model/release.ts'
import type { ColumnType } from '../../data/model/shape.ts'
import { citationOf, citedOf } from '../../web/pages/cite.ts'
import { hasFormat, type Site } from '../../web/pages/site.ts'
import { wordsOf } from '../../web/words/index.ts'
import { tableOf } from './csv.ts'
import { addressOf, sourceOf } from './document.ts'
import { WHOLE_PARAMS, type Format, type Subject } from './format.ts'
import { json } from './json.ts'
import { jsonstat } from './jsonstat.ts'
import { fieldsOf, keyOf, type Field } from './schema.ts'
import { OWN_LICENSE } from './terms.ts'

export const PROFILE = 'https://datapackage.org/profiles/2.0/datapackage.json'

const TYPES: Readonly<Record<ColumnType, string>> =
  { code: 'string', text: 'string', decimal: 'number', integer: 'integer', time: 'string', date: 'string', reference: 'string' }

/** A field; codes are its categories where a cell holds one of them. */
const fieldOf = ({ name, type, means, codes, isRequired, isSeveral }: Field) => ({
  name, type: TYPES[type], description: means,
  ...(codes.length && !isSeveral && { categories: codes.map(({ code, means: label }) => ({ value: code, label })) }),
  ...(isRequired && { constraints: { required: true } }),
})

/** A source for a package: its terms beside it, null with a sentence where it gives no licence. */
function packagedSource(source: Source, lang: string) {
  const { publisher, title, license, license_note } = sourceOf(source, lang)
  return {
    title: `${publisher}${wordsOf(lang).comma}${title}`, ...(source.url !== null && { path: source.url }),
    id: source.id, license, ...(license_note !== undefined && { license_note }),
  }
}

/** How a table is written, and what its columns mean. */
export function tableResource(figure: Figure, lang: string) {
  const key = keyOf(figure, lang)
  return {
    type: 'table', format: 'csv', mediatype: 'text/csv', encoding: 'utf-8',
    dialect: { lineTerminator: '\r\n', delimiter: ',', quoteChar: '"', doubleQuote: true, header: true },
    schema: { fields: fieldsOf(figure, lang).map(fieldOf), missingValues: [''], ...(key.length && { primaryKey: key }) },
  }
}

const bytesIn = (text: string): number => new TextEncoder().encode(text).length

/** A text's length and digest, as a package states them. */
export const weighed = async (text: string): Promise<{ bytes: number; hash: string }> =>
  ({ bytes: bytesIn(text), hash: `sha256:${await hashOf(text)}` })

/** What a package says of a figure besides its files: names, version, terms, sources. */
export function packageHead(site: Pick<Site, 'origin'>, figure: Figure, hash: Hash, lang: string) {
  const words = wordsOf(lang)
  const { url, version } = citedOf(site, figure, hash, lang)
  return {
    $schema: PROFILE,
    name: figure.id, id: url, title: inLanguage(figure.title, lang), description: inLanguage(figure.description, lang),
    homepage: url, version, created: `${figure.published}T00:00:00Z`,
    contributors: [{ title: words.messages.site, ...(site.origin && { path: site.origin }), roles: ['editor'] }],
    licenses: [OWN_LICENSE],
    rights: words.pages.footer,
    sources: Object.values(figure.sources).map((source) => packagedSource(source, lang)),
    citation: citationOf(site, figure, hash, lang),
  }
}

/** The text formats that the platform compresses on the way: their digests stand here. */
async function otherFiles(subject: Subject) {
  const formats = [json, jsonstat].filter((format) => hasFormat(subject.figure.shape, format))
  return Promise.all(formats.map(async (format) => {
    const path = addressOf(subject, format.extension)
    const address = { ...subject.address, place: { ...subject.address.place, format: format.extension } }
    const text = await format.render({ ...subject, address })
    const name = `${subject.figure.id}-${format.extension.replaceAll('.', '-')}`
    return { name, path, format: 'json', mediatype: 'application/json', encoding: 'utf-8', ...(typeof text === 'string' && await weighed(text)) }
  }))
}

async function documentOf(subject: Subject) {
  const { site, figure, hash, address: { lang } } = subject
  return {
    ...packageHead(site, figure, hash, lang),
    resources: [
      { name: figure.id, path: addressOf(subject, 'csv'), ...await weighed(tableOf(figure, lang)), ...tableResource(figure, lang) },
      ...await otherFiles(subject),
    ],
  }
}

export const datapackage: Format = {
  extension: 'datapackage.json',
  mediaType: 'application/vnd.datapackage+json',
  encoder: 2,
  kind: 'data',
  isAbout: true,
  params: WHOLE_PARAMS,
  showsRelease: false,
  render: async (subject) => `${JSON.stringify(await documentOf(subject))}\n`,
}
