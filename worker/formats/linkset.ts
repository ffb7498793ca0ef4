/** Every link of a figure's page and files in one set: RFC 9264, for FAIR Signposting. */
import { linksetOf } from '../signposting.ts'
import { spokenOf, WHOLE_PARAMS, type Format, type Subject } from './format.ts'

function documentOf(subject: Subject) {
  const { site: { origin }, address: { lang, place }, entry, figure: { id }, hash } = subject
  return linksetOf({ origin, formats: spokenOf(subject), lang, entry: { ...entry, id }, hash, version: place.kind === 'figure' ? place.version : null })
}

export const linkset: Format = {
  extension: 'linkset.json',
  mediaType: 'application/linkset+json',
  encoder: 1,
  kind: 'data',
  isAbout: true,
  params: WHOLE_PARAMS,
  showsRelease: false,
  render: (subject) => `${JSON.stringify(documentOf(subject))}\n`,
}
