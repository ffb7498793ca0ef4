/** What the colour schemes are called. */
import type { Theme } from '../look/tokens.ts'
import type { PageKey } from '../words/en/pages.ts'

export const THEME_WORDS = { auto: 'themeAuto', light: 'themeLight', dark: 'themeDark' } as const satisfies Record<Theme, PageKey>
