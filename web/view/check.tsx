/** A claim's checks: a shape and a word for the verdict, then what the source says. */
import { inLanguage, phrased, type Check, type Verdict } from '../../data/model/figure.ts'
import type { Words } from '../words/words.ts'
import { Phrased } from './phrased.tsx'

/** Each verdict has its own shape, so that colour is never needed to tell them apart. */
const SHAPES: Record<Verdict, string> = {
  confirmed: 'M3 8.5L6.5 12L13 4.5',
  differs: 'M3 6H13M3 10.5H13M10.5 2.5L5.5 14',
  narrower: 'M2 3L6.5 8L2 13M14 3L9.5 8L14 13',
  'not-found': 'M8 2A6 6 0 1 0 8.01 2M3.5 12.5L12.5 3.5',
  'not-checked': 'M5 5.5A3 3 0 1 1 8 8.6V10M8 13.2V13.3',
}

export const VerdictShape = ({ verdict }: { verdict: Verdict }) => (
  <svg class="verdict" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d={SHAPES[verdict]} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
  </svg>
)

export const CheckView = ({ check, words }: { check: Check; words: Words }) => (
  <div class="check">
    <p>
      <VerdictShape verdict={check.verdict} /> <strong>{words.messages[`verdict-${check.verdict}`]}</strong>
      <Phrased text={` ${phrased(check.finding, words.code)}`} />
    </p>
    {check.reason ? <p class="reason">{inLanguage(check.reason, words.code)}</p> : null}
  </div>
)
