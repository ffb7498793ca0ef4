/** Links and forms of a page as addresses: the same ones that work without a script. */
import { formatAddress, parseAddress, type Address } from '../address.ts'
import { LANGUAGES } from '../words/index.ts'

const samePlace = (a: Address, b: Address): boolean => formatAddress({ ...a, view: b.view }) === formatAddress(b)

/** The address a link leads to when it is another view of this page that needs no new document; null for any other. */
export function viewAt(href: string, here: Address, origin: string): Address | null {
  const url = new URL(href, origin)
  if (url.origin !== origin || url.hash !== '') return null
  try {
    const there = parseAddress(url, LANGUAGES)
    return samePlace(there, here) && there.view.theme === here.view.theme ? there : null
  } catch {
    // An address that this page would refuse is for the server to answer.
    return null
  }
}

/** The fields of the form that chooses what is shown. */
export type Chosen = { readonly select: readonly string[]; readonly all: readonly string[]; readonly from: string; readonly to: string; readonly years: readonly string[] }

/** The address a form asks for; choosing everything is choosing nothing. */
export function chosenAt({ select, all, from, to, years }: Chosen, here: Address): Address {
  const [first, last] = [years[0] ?? from, years.at(-1) ?? to]
  const [start, end] = from <= to ? [from, to] : [to, from]
  return {
    ...here,
    view: {
      ...here.view,
      select: select.length === 0 || select.length === all.length ? null : all.filter((code) => select.includes(code)),
      time: start === first && end === last ? null : { from: start === first ? null : start, to: end === last ? null : end },
    },
  }
}
