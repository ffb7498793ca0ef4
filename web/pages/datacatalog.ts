/** The collection as a schema.org DataCatalog: what the front page and the catalogue say to search engines for data. */
import type { DataCatalog, Dataset, Organization } from 'schema-dts'
import { inLanguage } from '../../data/model/figure.ts'
import { shortHash, type CatalogueEntry } from '../../data/model/release.ts'
import { OWN_LICENSE } from '../../data/model/rights.ts'
import { DEFAULT_VIEW, formatAddress, type Place } from '../address.ts'
import { wordsOf } from '../words/index.ts'
import { figurePlace } from './link.ts'
import type { Site } from './site.ts'

const at = ({ origin }: Pick<Site, 'origin'>, lang: string, place: Place): string =>
  origin + formatAddress({ lang, place, view: DEFAULT_VIEW, download: false })

const catalogueAt = (site: Pick<Site, 'origin'>, lang: string): string => at(site, lang, { kind: 'catalogue', query: '', format: null })

/** Who publishes: the site under its own name. */
export const siteAsOrganization = (site: Pick<Site, 'origin'>, lang: string): Exclude<Organization, string> =>
  ({ '@type': 'Organization', '@id': `${site.origin}/#publisher`, name: wordsOf(lang).messages.site, url: at(site, lang, { kind: 'dashboard' }) })

/** The catalogue that a figure is in, named and not told. */
export const catalogRef = (site: Pick<Site, 'origin'>, lang: string): Exclude<DataCatalog, string> =>
  ({ '@type': 'DataCatalog', '@id': catalogueAt(site, lang), name: wordsOf(lang).messages.site, url: catalogueAt(site, lang) })

function listed(site: Site, { id, title, measure, hash, history }: CatalogueEntry, lang: string): Dataset {
  const url = at(site, lang, figurePlace(id))
  return {
    '@type': 'Dataset', '@id': url, url, name: inLanguage(title, lang), description: inLanguage(measure, lang), version: shortHash(hash),
    dateModified: history.at(-1)?.date ?? site.release.date, license: OWN_LICENSE.path,
  }
}

/** The catalogue in a language; `entries` are told one by one. */
export function catalogOf(
  site: Site, description: string, entries: readonly CatalogueEntry[], lang: string,
): Exclude<DataCatalog, string> & { readonly '@context': 'https://schema.org' } {
  return {
    '@context': 'https://schema.org', ...catalogRef(site, lang), description, inLanguage: lang,
    dateModified: site.release.date, version: shortHash(site.releaseHash), license: OWN_LICENSE.path,
    usageInfo: { '@type': 'CreativeWork', text: wordsOf(lang).pages.footer }, publisher: siteAsOrganization(site, lang),
    ...(entries.length && { dataset: entries.filter((entry) => entry.lang.includes(lang)).map((entry) => listed(site, entry, lang)) }),
  }
}
