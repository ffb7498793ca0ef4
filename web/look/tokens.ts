/** The look in one place: colours, type and spacing, used by pages, charts and pictures alike. */

/**
 * Every colour, light and dark. Contrast on the ground is checked in test/web/look.test.ts.
 * Actors have one colour everywhere; economies have a set of their own that does not collide with it.
 */
export const COLOURS = {
  ground: { light: '#fbf9f5', dark: '#171614' },
  ink: { light: '#1c1b19', dark: '#ece7de' },
  text: { light: '#5d5a54', dark: '#b5afa4' },
  rule: { light: '#ddd8cf', dark: '#34312d' },
  ghost: { light: '#cfc7b9', dark: '#57524a' },
  track: { light: '#ebe6dc', dark: '#2a2724' },
  context: { light: '#6e6a63', dark: '#a39d92' },
  japan: { light: '#b8322a', dark: '#e8695f' },
  'united-states': { light: '#2b5a9e', dark: '#86a9e6' },
  china: { light: '#8a5a00', dark: '#e0b04c' },
  'european-union': { light: '#6a4c93', dark: '#b79be0' },
  asean: { light: '#0f766e', dark: '#4db6a9' },
  korea: { light: '#7a5230', dark: '#cf9f78' },
  'economy-1': { light: '#005970', dark: '#5fc8f0' },
  'economy-2': { light: '#ae4b8e', dark: '#e893c8' },
  'economy-3': { light: '#4e7514', dark: '#a7cf61' },
  'economy-4': { light: '#7c3100', dark: '#f8d28e' },
  'economy-5': { light: '#585ec5', dark: '#7695f9' },
  'economy-6': { light: '#375a3a', dark: '#98c49d' },
  'step-1': { light: '#33243f', dark: '#e3d3f0' },
  'step-2': { light: '#614b76', dark: '#b299c7' },
  'step-3': { light: '#7d6b8f', dark: '#8f7aa3' },
  'step-4': { light: '#998ca6', dark: '#6f5f80' },
  'shade-1': { light: '#bfd1d7', dark: '#37474e' },
  'shade-2': { light: '#94b1ba', dark: '#557380' },
  'shade-3': { light: '#5b8494', dark: '#82a6b5' },
  'shade-4': { light: '#1d4c60', dark: '#c6dee7' },
  'below-zero': { light: '#dcae7c', dark: '#8d5f30' },
} as const satisfies Record<string, { light: string; dark: string }>

/** Steps of an ordered scale, from its first answer to its last. */
export const STEP_TOKENS = ['step-1', 'step-2', 'step-3', 'step-4'] as const satisfies readonly Token[]

export type Token = keyof typeof COLOURS
export type Theme = 'light' | 'dark' | 'auto'

export const THEMES = ['light', 'dark', 'auto'] as const satisfies readonly Theme[]

export const isToken = (name: string): name is Token => Object.hasOwn(COLOURS, name)

/** Colours of series that are economies, in the order they are given out. */
export const ECONOMY_TOKENS = ['economy-1', 'economy-2', 'economy-3', 'economy-4', 'economy-5', 'economy-6'] as const satisfies readonly Token[]

/** Shades of a map from the lowest values to the highest: the further from the ground, the more. */
export const SHADE_TOKENS = ['shade-1', 'shade-2', 'shade-3', 'shade-4'] as const satisfies readonly Token[]

/**
 * A colour as an SVG or CSS value. With `auto` it is a custom property that pages and pictures define,
 * otherwise the value itself, for programs that know no custom properties.
 */
export const colour = (token: Token, theme: Theme): string => (theme === 'auto' ? `var(--${token})` : COLOURS[token][theme])

const declarations = (theme: 'light' | 'dark'): string =>
  Object.entries(COLOURS).map(([name, value]) => `--${name}:${value[theme]}`).join(';')

/** Where colours are forced the ground is the system's, whatever theme is chosen: the others are those that stand out on it. */
const forced = (theme: 'light' | 'dark'): string =>
  `@media screen and (forced-colors:active) and (prefers-color-scheme:${theme}){:root:root[data-theme]{${declarations(theme)}}}`

/** The custom properties of every colour, following the reader's system unless a theme is chosen; paper is always light. */
export const colourSheet = (): string =>
  `:root{color-scheme:light dark;${declarations('light')}}` +
  `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${declarations('dark')}}}` +
  `@media screen{:root[data-theme=dark]{color-scheme:dark;${declarations('dark')}}}:root[data-theme=light]{color-scheme:light}` +
  forced('light') + forced('dark')

/** Font families: pages and pictures name the same ones; Latin and digits first, so that numbers look alike in every language. */
export const FAMILIES = {
  sans: "'Inter','Noto Sans JP','Helvetica Neue',Arial,'Hiragino Sans','Yu Gothic',sans-serif",
  serif: "'Source Serif 4','Noto Serif JP',Georgia,'Times New Roman','Hiragino Mincho ProN','Yu Mincho',serif",
} as const
