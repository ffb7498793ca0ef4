/** The page around every page: head, header with its few links, footer with colours and terms. */
import type { ComponentChildren } from 'preact'
import { LIVE_DATA, type LiveData } from '../pages/live.ts'
import type { Address } from '../address.ts'
import { THEMES } from '../look/tokens.ts'
import type { Card } from '../pages/card.ts'
import { inLanguages, isDefaultLanguage, linkTo, withView } from '../pages/link.ts'
import { pageName, type Site } from '../pages/site.ts'
import { wordsOf } from '../words/index.ts'
import { THEME_WORDS } from './theme.ts'

export type PageHead = {
  readonly title: string
  readonly description: string
  /** Languages this page exists in. */
  readonly languages: readonly string[]
  readonly className: string
  /** Whether search engines may list it: versions and problems are not listed. */
  readonly listed: boolean
  /** Path of the address that this page is another view of. */
  readonly canonical: string
  /** Path of the address that a share of it keeps: this view, and this version. */
  readonly shared: string
  /** What a link to it unfolds to elsewhere; left out for pages without a picture. */
  readonly card?: Card
  /** What it says to machines that look for data, as JSON-LD; left out for pages that are about no data. */
  readonly linked?: object
}

type HeadProps = { readonly site: Site; readonly address: Address; readonly head: PageHead }

/**
 * Style sheets of a page. Its own fonts come last: they are asked before the slices. An embed of a figure as it is has all
 * its characters in its own fonts; one with a chosen view, or of a figure newer than the build, needs the slices, too, and so
 * does one that says why there is none.
 */
function sheetsOf({ assets }: Site, { lang, place, view }: Address, { className }: PageHead, bare: boolean): readonly string[] {
  const own = assets.ownSheets[lang]?.[pageName(place)]
  const isChosen = (view.chart ?? view.select ?? view.time) !== null
  const slices = !bare || isChosen || className !== 'embed' || own === undefined ? assets.sliceSheets[lang] : undefined
  return [assets.stylesheets[lang], slices, bare ? undefined : assets.pageSheet, own].flatMap((sheet) => sheet || [])
}

const PictureTags = ({ origin, image, width, height, alt }: { origin: string } & NonNullable<Card['picture']>) => (
  <>
    <meta property="og:image" content={origin + image} />
    <meta property="og:image:type" content="image/png" />
    <meta property="og:image:width" content={String(width)} />
    <meta property="og:image:height" content={String(height)} />
    <meta property="og:image:alt" content={alt} />
    <meta name="twitter:card" content="summary_large_image" />
  </>
)

const CardTags = ({ origin, card }: { origin: string; card: Card }) => (
  <>
    <meta property="og:type" content="article" />
    {card.picture ? <PictureTags origin={origin} {...card.picture} /> : <meta name="twitter:card" content="summary" />}
    {card.oembed.map(({ type, href }) => <link key={type} rel="alternate" type={type} href={origin + href} />)}
  </>
)

const Head = ({ site, address, head, bare }: HeadProps & { readonly bare: boolean }) => {
  const words = wordsOf(address.lang)
  const title = address.place.kind === 'dashboard' ? words.messages.site : `${head.title} – ${words.messages.site}`
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="description" content={head.description} />
      {head.listed ? null : <meta name="robots" content="noindex" />}
      <link rel="canonical" href={site.origin + head.canonical} />
      {inLanguages(address, head.languages).map(({ lang, href }) => <link key={lang} rel="alternate" hreflang={lang} href={site.origin + href} />)}
      <meta property="og:title" content={head.title} />
      <meta property="og:description" content={head.description} />
      <meta property="og:site_name" content={words.messages.site} />
      <meta property="og:url" content={site.origin + head.shared} />
      {head.card ? <CardTags origin={site.origin} card={head.card} /> : null}
      {(site.assets.preloads[address.lang] ?? []).map((font) => <link key={font} rel="preload" as="font" type="font/woff2" href={font} crossorigin="anonymous" />)}
      {sheetsOf(site, address, head, bare).map((href) => <link key={href} rel="stylesheet" href={href} />)}
      <link rel="icon" type="image/svg+xml" href={site.assets.icon} />
      {head.linked ? <script type="application/ld+json" dangerouslySetInnerHTML={blockText(head.linked)} /> : null}
    </head>
  )
}

const Header = ({ address, head }: Omit<HeadProps, 'site'>) => {
  const words = wordsOf(address.lang)
  const { kind } = address.place
  const current = (here: boolean) => (here ? { 'aria-current': 'page' as const } : {})
  return (
    <header class="site">
      <div class="width">
        <a class="brand" href={linkTo(address, { kind: 'dashboard' })} {...current(kind === 'dashboard')}>{words.messages.site}</a>
        <nav aria-label={words.pages.navigation}>
          <a href={linkTo(address, { kind: 'catalogue', query: '', format: null })} {...current(kind === 'catalogue')}>{words.pages.figures}</a>
          <a href={linkTo(address, { kind: 'article' })} {...current(kind === 'article')}>{words.pages.article}</a>
          <a href={linkTo(address, { kind: 'guide' })} {...current(kind === 'guide')}>{words.pages.guide}</a>
          <a href={linkTo(address, { kind: 'sources' })} {...current(kind === 'sources')}>{words.pages.sources}</a>
        </nav>
        <div class="languages">
          {inLanguages(address, head.languages).filter(({ lang }) => lang !== address.lang)
            .map(({ lang, href }) => <a key={lang} href={href} lang={lang} hreflang={lang}>{wordsOf(lang).name}</a>)}
        </div>
      </div>
    </header>
  )
}

const Footer = ({ address }: { address: Address }) => {
  const words = wordsOf(address.lang)
  const chosen = address.view.theme ?? 'auto'
  return (
    <footer class="site">
      <div class="width">
        <p>{words.pages.footer}<br />{words.pages.footerPrivacy}</p>
        <p class="links">
          <a href={linkTo(address, { kind: 'changes', format: null })}>{words.pages.changesTitle}</a>
          <a href={linkTo(address, { kind: 'releases', hash: null, format: null })}>{words.pages.releases}</a>
        </p>
        <p class="themes">
          <span>{words.pages.theme}</span>
          {THEMES.map((theme) => (
            <a key={theme} href={withView(address, { theme: theme === 'auto' ? null : theme })} rel="nofollow"
              {...(theme === chosen ? { 'aria-current': 'true' as const } : {})}>{words.pages[THEME_WORDS[theme]]}</a>
          ))}
        </p>
      </div>
    </footer>
  )
}

type ShellProps = HeadProps & {
  readonly children: ComponentChildren
  /** An embed: without header and footer, and it says how high it is. */
  readonly bare?: boolean
  /** What wakes up: charts, or only buttons; null for nothing. */
  readonly live: LiveData | 'buttons' | null
}

/** Data as the text of a block. `<` is escaped, so that no text can end the block. */
const blockText = (data: object) => ({ __html: JSON.stringify(data).replaceAll('<', '\\u003c') })

/** What the browser side needs to wake this page up, and the script that does. */
const Live = ({ site, address, live }: { site: Site; address: Address; live: LiveData }) => (
  <>
    <script type="application/json" id={LIVE_DATA} dangerouslySetInnerHTML={blockText(live)} />
    <script type="module" src={site.assets.scripts[address.lang]} />
  </>
)

/** A whole document. */
export const Shell = ({ site, address, head, children, bare = false, live }: ShellProps) => {
  const { theme } = address.view
  return (
    <html lang={address.lang} {...(theme === 'light' || theme === 'dark' ? { 'data-theme': theme } : {})}
      {...(isDefaultLanguage(address.lang) ? {} : { 'data-lang': address.lang })}>
      <Head site={site} address={address} head={head} bare={bare} />
      <body class={`page-${bare ? 'embed' : head.className}`}>
        {bare ? children : (
          <>
            <a class="skip" href="#content">{wordsOf(address.lang).pages.skip}</a>
            <Header address={address} head={head} />
            <main id="content" class="width">{children}</main>
            <Footer address={address} />
          </>
        )}
        {bare ? <script type="module" src={site.assets.resize} /> : null}
        {live === 'buttons' ? <script type="module" src={site.assets.snippets[address.lang]} /> : live ? <Live site={site} address={address} live={live} /> : null}
      </body>
    </html>
  )
}
