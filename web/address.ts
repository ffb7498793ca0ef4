/** URL ↔ address, both directions: the only code that knows what our URLs look like. */
export { checkView, PAGE_DEFAULTS, type Facets, type ViewDefaults } from './address/check.ts'
export { formatAddress, UNPREFIXED_LANGUAGE } from './address/format.ts'
export { askedOf, COLLECTION_FILES, parsePlace, type Asked } from './address/path.ts'
export { canonicalRedirect, parametersAt, parseAddress } from './address/parse.ts'
export { isFlag, LONGEST_SEARCH, PARAMETERS, refuseParameters, TIME_FORMS, type Parameter } from './address/query.ts'
export { DEFAULT_VIEW, DOOR_FILES, SIZES, type Address, type DoorFile, type PictureSize, type Place, type View } from './address/view.ts'
