/** A problem as a page, or in the place of an embed: what is wrong, what would be right, and where to go. */
import type { Address } from '../address.ts'
import type { Problem } from '../problem.ts'
import { wordsOf } from '../words/index.ts'
import { linkTo } from './link.ts'

type ProblemProps = { readonly problem: Problem; readonly address: Address }

/** What other people's readers see where a figure was to be. Its links leave the frame. */
export const EmbeddedProblem = ({ problem, address }: ProblemProps) => {
  const words = wordsOf(address.lang)
  const { title, detail } = words.problem(problem)
  return (
    <main class="embed">
      <h1>{title}</h1>
      <p class="small">{detail}</p>
      <p class="links">
        {problem.details.link ? <a href={problem.details.link} target="_top">{problem.details.link}</a> : null}
        <a href={linkTo(address, { kind: 'catalogue', query: '', format: null })} target="_top">{words.pages.catalogueTitle}</a>
        <a href={linkTo(address, { kind: 'dashboard' })} target="_top">{words.messages.site}</a>
      </p>
    </main>
  )
}

export const ProblemPage = ({ problem, address }: ProblemProps) => {
  const words = wordsOf(address.lang)
  const { title, detail } = words.problem(problem)
  return (
    <div class="opening">
      <p class="kicker">{problem.status}</p>
      <h1>{title}</h1>
      <p class="lead">{detail}</p>
      <p class="links">
        {problem.details.link ? <a href={problem.details.link}>{problem.details.link}</a> : null}
        <a href={linkTo(address, { kind: 'catalogue', query: '', format: null })}>{words.pages.catalogueTitle}</a>
        <a href={linkTo(address, { kind: 'dashboard' })}>{words.pages.home}</a>
      </p>
    </div>
  )
}
