/** URL ↔ address, both directions: the only code that knows what our URLs look like. */
export { checkView, PAGE_DEFAULTS, type Facets, type ViewDefaults } from './address/check.ts'
export { formatAddress, UNPREFIXED_LANGUAGE } from './address/format.ts'
export { askedOf, parsePlace, type Asked } from './address/path.ts'
export { canonicalRedirect, parseAddress } from './address/parse.ts'
export { PARAMETERS, refuseParameters, type Parameter } from './address/query.ts'
export { DEFAULT_VIEW, SIZES, type Address, type PictureSize, type Place, type View } from './address/view.ts'
