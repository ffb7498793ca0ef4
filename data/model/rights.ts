/** The rights a source can have, as ids; what they mean to a reader is said in web/words. */

/** `url: null` = no licence was given: single facts are cited, or the terms were not seen. */
export const RIGHTS = {
  'CC-BY-4.0': { url: 'https://creativecommons.org/licenses/by/4.0/' },
  'public-domain': { url: 'https://creativecommons.org/publicdomain/mark/1.0/' },
  'gov-jp-standard-terms-2.0': { url: 'https://www.digital.go.jp/en/resources/open_data' },
  'facts-cited': { url: null },
  'terms-not-seen': { url: null },
} as const satisfies Record<string, { url: string | null }>

export type Rights = keyof typeof RIGHTS

export const isRights = (id: string): id is Rights => Object.hasOwn(RIGHTS, id)

/** The licence of what is our own: words, structure, translations. */
export const OWN_LICENSE = { name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/', title: 'Creative Commons Attribution 4.0 International' } as const
