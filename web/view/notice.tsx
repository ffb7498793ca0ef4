/** What has become of a version since: corrected, withdrawn in part or updated, and where it says what changed. */
import { inLanguage } from '../../data/model/figure.ts'
import { shortHash, type CatalogueEntry, type Hash, type Version } from '../../data/model/release.ts'
import { announced } from '../../data/model/log.ts'
import { DEFAULT_VIEW, formatAddress, type Address } from '../address.ts'
import { wordsOf } from '../words/index.ts'
import { fill } from '../words/words.ts'

const SAID = { withdrawal: 'withdrawnSince', correction: 'correctedSince', update: 'updatedSince' } as const

type Since = { readonly change: Version; readonly kind: keyof typeof SAID }

/** What readers of a version have to know of what came after it: a withdrawal or correction before any update; null for the present one. */
export function changeSince({ history }: Pick<CatalogueEntry, 'history'>, hash: Hash): Since | null {
  const later = announced(history).filter((version) => history.lastIndexOf(version) > history.findLastIndex((one) => one.hash === hash))
  const found = (['withdrawal', 'correction', 'update'] as const).flatMap((kind) =>
    later.filter((version) => version.kind === kind).map((change) => ({ change, kind })))
  return found[0] ?? null
}

type NoticeProps = { readonly site: { readonly origin: string }; readonly address: Address; readonly entry: CatalogueEntry; readonly hash: Hash }

/** On a page or embed of a version that is not the present one: a sentence and a link, and nothing on any other. */
export const Notice = ({ site, address, entry, hash }: NoticeProps) => {
  const since = changeSince(entry, hash)
  if (since === null) return null
  const { change, kind } = since
  const words = wordsOf(address.lang)
  const place = { kind: 'comparison', id: entry.id, from: shortHash(hash), to: null, format: null } as const
  const compared = site.origin + formatAddress({ ...address, place, view: DEFAULT_VIEW })
  const isGrave = kind !== 'update'
  const said = fill(words.pages[SAID[kind]], { date: words.date(change.date) })
  return (
    <p class="small notice" role="note">
      {isGrave ? <strong>{said}</strong> : <span>{said}</span>}
      {`${words.space}${isGrave ? inLanguage(change.note, address.lang) + words.space : ''}`}
      <a href={compared} {...(address.place.kind === 'embed' ? { target: '_top' } : {})}>{words.pages.whatChanged}</a>
    </p>
  )
}
