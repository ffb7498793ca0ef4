/** A problem as a page: what is wrong, what would be right, and where to go. */
import type { Address } from '../address.ts'
import type { Problem } from '../problem.ts'
import { wordsOf } from '../words/index.ts'
import { linkTo } from './link.ts'

export const ProblemPage = ({ problem, address }: { problem: Problem; address: Address }) => {
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
