/** What has become of a version since: corrected, withdrawn in part or updated, and where it says what changed. */
import { shortHash, type CatalogueEntry, type Hash, type Version } from '../../data/model/release.ts'
import { announced } from '../../data/model/log.ts'
import { DEFAULT_VIEW, formatAddress, type Address } from '../address.ts'
import { wordsIn } from '../pages/compared.ts'
import { wordsOf } from '../words/index.ts'
import { fill, type Words } from '../words/words.ts'

const SAID = { withdrawal: 'withdrawnSince', correction: 'correctedSince', update: 'updatedSince' } as const

type Since = { readonly change: Version; readonly kind: keyof typeof SAID }

/** What readers of a version have to know of what came after it: a withdrawal or correction before any update, the newest of them; null for the present one. */
export function changeSince({ history }: Pick<CatalogueEntry, 'history'>, hash: Hash): Since | null {
  const later = announced(history).filter((version) => history.lastIndexOf(version) > history.findLastIndex((one) => one.hash === hash))
  for (const kind of ['withdrawal', 'correction', 'update'] as const) {
    const change = later.findLast((version) => version.kind === kind)
    if (change) return { change, kind }
  }
  return null
}

/** Why a version that was corrected was, after the sentence that says so; '' of one that was only updated. */
const reasonOf = ({ change, kind }: Since, lang: string): string => (kind === 'update' ? '' : wordsIn(change.note, lang))

const saidOf = ({ change, kind }: Since, { pages, date }: Words): string => fill(pages[SAID[kind]], { date: date(change.date) })

/** All that the notice of a version says, as plain text; '' where it has none. */
export function noticeText(entry: Pick<CatalogueEntry, 'history'>, hash: Hash, lang: string): string {
  const since = changeSince(entry, hash)
  const words = wordsOf(lang)
  return since === null ? '' : [saidOf(since, words), reasonOf(since, lang), words.pages.whatChanged].filter(Boolean).join(words.space)
}

type NoticeProps = { readonly site: { readonly origin: string }; readonly address: Address; readonly entry: CatalogueEntry; readonly hash: Hash }

/** On a page or embed of a version that is not the present one: a sentence and a link, and nothing on any other. */
export const Notice = ({ site, address, entry, hash }: NoticeProps) => {
  const since = changeSince(entry, hash)
  if (since === null) return null
  const words = wordsOf(address.lang)
  const place = { kind: 'comparison', id: entry.id, from: shortHash(hash), to: null, format: null } as const
  const compared = site.origin + formatAddress({ ...address, place, view: DEFAULT_VIEW })
  const [said, reason] = [saidOf(since, words), reasonOf(since, address.lang)]
  return (
    <p class="small notice" role="note">
      {since.kind === 'update' ? <span>{said}</span> : <strong>{said}</strong>}
      {`${words.space}${reason && reason + words.space}`}
      <a href={compared} {...(address.place.kind === 'embed' ? { target: '_top' } : {})}>{words.pages.whatChanged}</a>
    </p>
  )
}
