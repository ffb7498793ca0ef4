/** Addresses that pages link to, made from the address they are at. */
import { DEFAULT_VIEW, formatAddress, type Address, type Place, type View } from '../address.ts'
import { DEFAULT_LANGUAGE, LANGUAGES } from '../words/index.ts'

const at = (address: Address, place: Place, view: View = DEFAULT_VIEW): Address => ({ lang: address.lang, place, view, download: false })

/** A page of the same language; a theme that was chosen is kept. */
export const linkTo = (address: Address, place: Place): string =>
  formatAddress(at(address, place, { ...DEFAULT_VIEW, theme: address.view.theme }))

export const figurePlace = (id: string, version: string | null = null, format: string | null = null): Place => ({ kind: 'figure', id, version, format })

/** A file of a figure: the view's selection goes along where the format takes it. */
export function fileLink(address: Address, id: string, version: string | null, format: string, view: View = DEFAULT_VIEW): string {
  return formatAddress({ ...at(address, figurePlace(id, version, format), view) })
}

/** A figure's CSV to be saved, with the mark by which Excel knows UTF-8. */
export const excelLink = (address: Address, id: string, version: string | null, view: View = DEFAULT_VIEW): string =>
  formatAddress({ ...at(address, figurePlace(id, version, 'csv'), view), download: true, bom: true })

/** The same address with another view. */
export const withView = (address: Address, view: Partial<View>): string => formatAddress({ ...address, view: { ...address.view, ...view } })

/** The same address in each language, the default's as `x-default`. */
export const inLanguages = (address: Address, languages: readonly string[]): { lang: string; href: string }[] =>
  LANGUAGES.filter((lang) => languages.includes(lang)).map((lang) => ({ lang, href: formatAddress({ ...address, lang }) }))

export const isDefaultLanguage = (lang: string): boolean => lang === DEFAULT_LANGUAGE
