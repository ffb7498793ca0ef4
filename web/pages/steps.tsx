/** What a release did to figures, one a line, with where each can be read. */
import type { Step } from '../../data/model/log.ts'
import { shortHash, type Release } from '../../data/model/release.ts'
import type { Address } from '../address.ts'
import { wordsOf } from '../words/index.ts'
import { wordsIn } from './compared.ts'
import { figurePlace, linkTo } from './link.ts'
import { comparisonOf, presentId } from './logged.ts'

type Props = { readonly release: Release; readonly step: Step; readonly address: Address }

const StepView = ({ release, step, address }: Props) => {
  const words = wordsOf(address.lang)
  const { pages, messages } = words
  const { id, kind, title, to, changes, reason } = step
  const said = wordsIn(title, address.lang)
  const now = presentId(release, id, address.lang)
  const compared = comparisonOf(release, step, address.lang)
  const notes = [...(reason ? [reason] : []), ...(kind === 'added' ? [] : changes.map(({ note }) => note))].map((note) => wordsIn(note, address.lang))
  return (
    <li>
      <p>
        {`${pages[`step-${kind}`]}${messages.colon}`}
        {now === null || to === null ? <span>{said}</span> : <a href={linkTo(address, figurePlace(now, shortHash(to)))}>{said}</a>}
      </p>
      {notes.length ? <p class="small">{notes.join(words.space)}</p> : null}
      {compared ? <p class="small"><a href={linkTo(address, compared)}>{pages.compared}</a></p> : null}
    </li>
  )
}

/** The steps of a release; a sentence where there are none. */
export const StepsView = ({ release, steps, address }: Omit<Props, 'step'> & { readonly steps: readonly Step[] }) => (
  steps.length === 0 ? <p>{wordsOf(address.lang).pages.releaseNothing}</p>
    : <ul class="list">{steps.map((step) => <StepView key={step.id} release={release} step={step} address={address} />)}</ul>
)
