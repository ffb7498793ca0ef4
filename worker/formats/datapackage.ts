/** The figure as a Data Package (version 2): its CSV with the meaning of every column and code, its other files, sources and terms. */
import { filesOfVersion, type MadeFiles } from '../../data/model/release.ts'
import { hasFormat } from '../../web/pages/site.ts'
import { bib } from './bib.ts'
import { csl } from './csl.ts'
import { tableOf } from './csv.ts'
import { csvw } from './csvw.ts'
import { addressOf } from './document.ts'
import { spokenOf, WHOLE_PARAMS, type Format, type Subject } from './format.ts'
import { json } from './json.ts'
import { jsonstat } from './jsonstat.ts'
import { linkset } from './linkset.ts'
import { metadata } from './metadata.ts'
import { ndjson } from './ndjson.ts'
import { packageHead, tableResource, weighed } from './package.ts'
import { parquet } from './parquet.ts'
import { ris } from './ris.ts'
import { txt } from './txt.ts'
import { knownWeight, weightsOf } from './weights.ts'
import { xlsx } from './xlsx.ts'
import { zip } from './zip.ts'

/** Files of data besides the table, made as they are when they are asked for. */
const OTHERS: readonly Format[] = [json, ndjson, txt, jsonstat, metadata, csvw, csl, bib, ris, parquet, zip, linkset]

/** Those of them that are no text. */
const BINARY: readonly string[] = [parquet, zip].map(({ extension }) => extension)

/** A file as a package names it. */
function named(subject: Subject, { extension, mediaType }: Format) {
  const name = `${subject.figure.id}-${extension.replaceAll('.', '-')}`
  return { name, path: addressOf(subject, extension), format: extension.split('.').at(-1) ?? extension, mediatype: mediaType.split(';')[0] ?? mediaType }
}

/** What files of this address weigh, where that was found before. */
async function weightsFor({ site, entry, hash, address: { lang, place }, extensions, read }: Subject): Promise<MadeFiles | undefined> {
  if (hash !== entry.hash) return undefined
  const isPinned = place.kind === 'figure' && place.version !== null
  return (await weightsOf({ release: site.release, origin: site.origin, lang, isPinned, formats: extensions, read }))?.[entry.id]
}

/** Every other file with its length and digest; of the package itself there can be none. */
async function otherFiles(subject: Subject) {
  const weights = await weightsFor(subject)
  const isHere = (format: Format): boolean =>
    hasFormat(subject.figure.shape, format) && spokenOf(subject).some(({ extension }) => extension === format.extension)
  return Promise.all(OTHERS.filter(isHere).map(async (format) => {
    const known = knownWeight(weights, format, subject.address.lang)
    const encoding = BINARY.includes(format.extension) ? {} : { encoding: 'utf-8' }
    if (known) return { ...named(subject, format), ...encoding, bytes: known.bytes, hash: `sha256:${known.sha256}` }
    const address = { ...subject.address, place: { ...subject.address.place, format: format.extension } }
    return { ...named(subject, format), ...encoding, ...await weighed(await format.render({ ...subject, address })) }
  }))
}

/** The workbook as it was weighed when it was made, where the version has one. */
function workbook(subject: Subject) {
  const { entry: { history }, hash, address: { lang } } = subject
  const file = filesOfVersion(history, hash)[xlsx.extension]?.of[lang]
  return file ? [{ ...named(subject, xlsx), bytes: file.bytes, hash: `sha256:${file.sha256}` }] : []
}

async function documentOf(subject: Subject) {
  const { site, figure, hash, address: { lang } } = subject
  return {
    ...packageHead(site, figure, hash, lang),
    resources: [
      { name: figure.id, path: addressOf(subject, 'csv'), ...await weighed(tableOf(figure, lang)), ...tableResource(figure, lang) },
      ...await otherFiles(subject),
      ...workbook(subject),
      named(subject, datapackage),
    ],
  }
}

export const datapackage: Format = {
  extension: 'datapackage.json',
  mediaType: 'application/vnd.datapackage+json',
  encoder: 6,
  kind: 'data',
  isAbout: true,
  params: WHOLE_PARAMS,
  showsRelease: false,
  render: async (subject) => `${JSON.stringify(await documentOf(subject))}\n`,
}
