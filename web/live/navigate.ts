/** Links and forms of a page as addresses: the same ones that work without a script. */
import { formatAddress, parseAddress, type Address } from '../address.ts'
import { LANGUAGES } from '../words/index.ts'

const samePlace = (a: Address, b: Address): boolean => formatAddress({ ...a, view: b.view }) === formatAddress(b)

/** The address of a link; null for a place in a page, and for one that is none of ours or for the server to refuse. */
function addressOf(href: string): Address | null {
  try {
    return href.includes('#') ? null : parseAddress(new URL(href), LANGUAGES)
  } catch {
    return null
  }
}

/** The address a link leads to when it is another view of this page that needs no new document; null for any other. */
export function viewAt(href: string, here: Address, origin: string): Address | null {
  const there = href.startsWith(`${origin}/`) ? addressOf(href) : null
  return there && samePlace(there, here) && there.view.theme === here.view.theme ? there : null
}

/** Lets the links around the column that lead to pages of its figure, in another language say, lead to the view it shows. */
export function followView(root: Element, { place, view }: Address): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement | HTMLLinkElement>('a, link')) {
    const there = root.contains(link) ? null : addressOf(link.href)
    if (place.kind !== 'figure' || there?.place.kind !== 'figure' || there.place.id !== place.id) continue
    link.href = new URL(formatAddress({ ...there, view: { ...view, theme: there.view.theme } }), link.href).href
  }
}

/** The fields of the form that chooses what is shown; an empty year is the outermost one. */
export type Chosen = {
  readonly select: readonly string[]
  readonly all: readonly string[]
  readonly from: string
  readonly to: string
}

/** The address a form asks for; choosing everything is choosing nothing. */
export function chosenAt({ select, all, from, to }: Chosen, here: Address): Address {
  const [start, end] = from && to && from > to ? [to, from] : [from, to]
  return {
    ...here,
    view: {
      ...here.view,
      select: select.length === 0 || select.length === all.length ? null : all.filter((code) => select.includes(code)),
      time: start || end ? { from: start || null, to: end || null } : null,
    },
  }
}
