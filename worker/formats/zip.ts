/** A figure with all that belongs to it in one archive: table, description of the table, evidence to read, terms, citation. */
import { shortHash } from '../../data/model/release.ts'
import { citationOf } from '../../web/pages/cite.ts'
import { archiveOf } from './archive.ts'
import { bib } from './bib.ts'
import { tableOf } from './csv.ts'
import { packageHead, tableResource, weighed } from './package.ts'
import { WHOLE_PARAMS, type Body, type Format, type Subject } from './format.ts'
import { termsOf } from './terms.ts'
import { textOf } from './txt.ts'

/** The descriptor of the archive: the table lies beside it. */
async function descriptorOf({ site, figure, hash, address: { lang } }: Subject, table: string): Promise<string> {
  const path = `${figure.id}.csv`
  const resources = [{ name: figure.id, path, ...await weighed(table), ...tableResource(figure, lang) }]
  return `${JSON.stringify({ ...packageHead(site, figure, hash, lang), resources }, null, 2)}\n`
}

async function render(subject: Subject): Promise<Body> {
  const { site, figure, hash, address: { lang } } = subject
  const folder = `${figure.id}-${shortHash(hash)}${lang === 'en' ? '' : `.${lang}`}`
  const table = tableOf(figure, lang)
  const citation = citationOf(site, figure, hash, lang)
  const entry = await bib.render(subject)
  const files = {
    'README.txt': textOf(figure, citation, lang),
    [`${figure.id}.csv`]: table,
    'datapackage.json': await descriptorOf(subject, table),
    'TERMS.txt': `${termsOf([figure], lang).join('\n')}\n`,
    'CITATION.txt': `${citation}\n`,
    ...(typeof entry === 'string' && { 'CITATION.bib': entry }),
  }
  return archiveOf(Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text])), figure.published)
}

export const zip: Format = {
  extension: 'zip',
  mediaType: 'application/zip',
  encoder: 5,
  kind: 'data',
  params: WHOLE_PARAMS,
  showsRelease: false,
  render,
}
