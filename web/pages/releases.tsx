/** The releases of the collection: all of them with what each changed, one of them with its figures, and the changes alone. */
import { figuresIn, type Listed, type LoggedRelease } from '../../data/model/log.ts'
import { shortHash, type Release } from '../../data/model/release.ts'
import type { Address, Place } from '../address.ts'
import { wordsOf } from '../words/index.ts'
import { fill } from '../words/words.ts'
import { wordsIn } from './compared.ts'
import { figurePlace, linkTo } from './link.ts'
import { filesOf, isTold, presentId } from './logged.ts'
import { StepsView } from './steps.tsx'

type Props = { readonly release: Release; readonly releases: readonly LoggedRelease[]; readonly address: Address }

const placeOf = ({ hash }: LoggedRelease): Place => ({ kind: 'releases', hash: shortHash(hash), format: null })

const jsonLink = (address: Address, place: Place): string => linkTo({ ...address, view: { ...address.view, theme: null } }, place)

export const ReleasesPage = ({ release, releases, address }: Props) => {
  const words = wordsOf(address.lang)
  const { pages, messages } = words
  return (
    <>
      <div class="opening">
        <h1>{pages.releasesTitle}</h1>
        <p class="lead">{`${pages.releasesLead}${words.space}${pages.releasesKept}`}</p>
        <p class="links"><a href={linkTo(address, { kind: 'changes', format: null })}>{pages.changesTitle}</a><a href={jsonLink(address, { kind: 'releases', hash: null, format: 'json' })}>JSON</a></p>
      </div>
      {releases.map((one) => (
        <section key={one.hash} class="band" aria-labelledby={`r-${shortHash(one.hash)}`}>
          <h2 id={`r-${shortHash(one.hash)}`}>{words.date(one.date)}</h2>
          <div>
            <p class="small"><a href={linkTo(address, placeOf(one))}>{`${messages.version} ${shortHash(one.hash)}`}</a></p>
            <StepsView release={release} steps={one.steps} address={address} />
          </div>
        </section>
      ))}
    </>
  )
}

const FiguresTable = ({ release, figures, address }: Omit<Props, 'releases'> & { readonly figures: readonly Listed[] }) => {
  const { pages } = wordsOf(address.lang)
  return (
    <section class="scroll" aria-label={pages.releaseTable} tabindex={0}>
      <table class="listing">
        <caption class="hidden">{pages.releaseTable}</caption>
        <thead><tr>{[pages.columnFigure, pages.columnVersion, pages.columnDigest].map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
        <tbody>{figures.map(({ id, title, hash }) => {
          const now = presentId(release, id, address.lang)
          const version = shortHash(hash)
          return (
            <tr key={id}>
              <th scope="row">{wordsIn(title, address.lang)}</th>
              <td>{now === null ? version : <a href={linkTo(address, figurePlace(now, version))}>{version}</a>}</td>
              <td><code class="citation">{filesOf(release, hash)['csv']?.of[address.lang]?.sha256 ?? '–'}</code></td>
            </tr>
          )
        })}</tbody>
      </table>
    </section>
  )
}

/** One release: `releases` begins with it and goes back to the first. */
export const ReleasePage = ({ release, releases, address, isPresent }: Props & { readonly isPresent: boolean }) => {
  const words = wordsOf(address.lang)
  const { pages } = words
  const figures = figuresIn(releases)
  return (
    <>
      {releases.slice(0, 1).map((one) => (
        <div key={one.hash} class="opening">
          <h1>{fill(pages.releaseOf, { date: words.date(one.date) })}</h1>
          <p class="lead">{pages.releaseLead}</p>
          <p class="subtitle">{isPresent ? pages.releasePresent : pages.releasePast}</p>
          <p class="small citation">{`${pages.releaseHash}${words.messages.colon}${one.hash}`}</p>
          <p class="links"><a href={linkTo(address, { kind: 'releases', hash: null, format: null })}>{pages.releasesTitle}</a><a href={jsonLink(address, { kind: 'releases', hash: shortHash(one.hash), format: 'json' })}>JSON</a></p>
        </div>
      ))}
      <section class="band" aria-labelledby="steps">
        <h2 id="steps">{pages.releaseSteps}</h2>
        <div><StepsView release={release} steps={releases[0]?.steps ?? []} address={address} /></div>
      </section>
      <section class="band" aria-labelledby="figures">
        <h2 id="figures">{fill(pages.releaseFigures, { count: String(figures.length) })}</h2>
        <div><FiguresTable release={release} figures={figures} address={address} /></div>
      </section>
    </>
  )
}

export const ChangesPage = ({ release, releases, address }: Props) => {
  const words = wordsOf(address.lang)
  const { pages } = words
  const told = releases.map((one) => ({ ...one, steps: one.steps.filter(isTold) })).filter(({ steps }) => steps.length > 0)
  return (
    <>
      <div class="opening">
        <h1>{pages.changesTitle}</h1>
        <p class="lead">{pages.changesLead}</p>
        {told.length === 0 ? <p class="subtitle">{pages.changesNone}</p> : null}
        <p class="links"><a href={linkTo(address, { kind: 'releases', hash: null, format: null })}>{pages.releasesTitle}</a><a href={jsonLink(address, { kind: 'changes', format: 'json' })}>JSON</a></p>
      </div>
      {told.map((one) => (
        <section key={one.hash} class="band" aria-labelledby={`c-${shortHash(one.hash)}`}>
          <h2 id={`c-${shortHash(one.hash)}`}>{words.date(one.date)}</h2>
          <div><StepsView release={release} steps={one.steps} address={address} /></div>
        </section>
      ))}
    </>
  )
}
