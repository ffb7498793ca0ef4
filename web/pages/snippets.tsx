/** What to paste into another page: the choices as links, every snippet in a field of its own. With a script it opens as a dialog. */
import { shortHash } from '../../data/model/release.ts'
import { formatAddress, type Address } from '../address.ts'
import { titleOf } from '../chart/title.ts'
import { THEMES } from '../look/tokens.ts'
import { THEME_WORDS } from '../view/theme.ts'
import { wordsOf } from '../words/index.ts'
import { fill } from '../words/words.ts'
import type { FigureProps } from './figure.tsx'
import { inLanguages, withView } from './link.ts'
import { embedPath, SNIPPETS, snippetsOf, type SnippetName } from './snippet.ts'

type Choice = { readonly name: string; readonly href: string; readonly isChosen: boolean; readonly lang?: string }

const Choices = ({ label, choices }: { label: string; choices: readonly Choice[] }) => (
  <p class="choices">
    <span>{label}</span>
    {choices.map(({ name, href, isChosen, lang }) => (
      <a key={name} href={href} rel="nofollow" {...(lang ? { lang, hreflang: lang } : {})} {...(isChosen ? { 'aria-current': 'true' as const } : {})}>{name}</a>
    ))}
  </p>
)

/** The same page for the present or for whatever version is published. */
const ofVersion = (address: Address, id: string, version: string | null): string =>
  formatAddress({ ...address, place: { kind: 'snippets', id, version } })

const AllChoices = ({ address, figure, hash }: FigureProps) => {
  const { pages } = wordsOf(address.lang)
  const version = address.place.kind === 'snippets' ? address.place.version : null
  const theme = address.view.theme ?? 'auto'
  return (
    <nav aria-label={pages.choices}>
      <Choices label={pages.whichVersion} choices={[
        { name: pages.versionLive, href: ofVersion(address, figure.id, null), isChosen: version === null },
        { name: fill(pages.versionPinned, { version: shortHash(hash) }), href: ofVersion(address, figure.id, shortHash(hash)), isChosen: version !== null },
      ]} />
      {figure.lang.length < 2 ? null : (
        <Choices label={pages.language} choices={inLanguages(address, figure.lang).map(({ lang, href }) =>
          ({ name: wordsOf(lang).name, href, isChosen: lang === address.lang, lang }))} />
      )}
      <Choices label={pages.theme} choices={THEMES.map((one) =>
        ({ name: pages[THEME_WORDS[one]], href: withView(address, { theme: one === 'auto' ? null : one }), isChosen: one === theme }))} />
    </nav>
  )
}

const Snippet = ({ name, text, note, lang }: { name: SnippetName; text: string; note: string; lang: string }) => {
  const { pages } = wordsOf(lang)
  const id = `snippet-${name}`
  return (
    <section class="snippet">
      <h2><label for={id}>{pages[`snippet-${name}`]}</label></h2>
      <p class="small">{note}</p>
      <textarea id={id} readonly rows={name === 'iframe' ? 4 : 6} spellcheck={false} dir="ltr">{text}</textarea>
      <p class="copying">
        <button type="button" hidden data-copy={id} data-copied={pages.copied} data-selected={pages.copySelected}>{pages.copy}</button>
        <span role="status" class="small" />
      </p>
    </section>
  )
}

export const SnippetsPage = (props: FigureProps) => {
  const { address, figure } = props
  const { pages } = wordsOf(address.lang)
  const { texts, height } = snippetsOf(props)
  return (
    <div class="opening-snippets">
      <h1>{fill(pages.snippetsTitle, { title: titleOf(figure, address.view, address.lang) })}</h1>
      <div class="snippets">
        <p class="closing"><button type="button" hidden data-close="">{pages.close}</button></p>
        <p class="small">{pages.snippetsLead}</p>
        <AllChoices {...props} />
        {SNIPPETS.map((name) => (
          <Snippet key={name} name={name} text={texts[name]} note={fill(pages[`about-${name}`], { height: String(height) })} lang={address.lang} />
        ))}
        <p class="small">{pages.embedPrivacy} <a href={embedPath(address, figure)}>{pages.openEmbed}</a></p>
      </div>
    </div>
  )
}
