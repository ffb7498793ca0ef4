/** What Data Packages say of a figure: its names, terms and sources, the table with its columns, and the weight of a file. */
import { inLanguage, type Figure, type Source } from '../../data/model/figure.ts'
import { hashOfBytes, type Hash } from '../../data/model/release.ts'
import type { ColumnType } from '../../data/model/shape.ts'
import { citationOf, citedOf } from '../../web/pages/cite.ts'
import type { Site } from '../../web/pages/site.ts'
import { wordsOf } from '../../web/words/index.ts'
import { sourceOf } from './document.ts'
import type { Body } from './format.ts'
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

/** Length and digest of what is sent, as a package states them. */
export async function weighed(body: Body): Promise<{ readonly bytes: number; readonly hash: string }> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return { bytes: bytes.length, hash: `sha256:${await hashOfBytes(bytes)}` }
}

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
