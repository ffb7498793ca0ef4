/** Reads the checks of claims: what the cited source itself says, and that no claim goes without one. */
import { VERDICTS, type Check, type Row, type Text } from '../figure.ts'
import { quote, type Ledger } from './rules.ts'
import { checked, listOf, object, oneOf, optional, required, wordThat, type Read } from './schema.ts'

/** Verdicts that rest on something the source says. */
const NEEDS_OBSERVATION: readonly string[] = ['confirmed', 'differs', 'narrower']

function checkVerdict({ verdict, reason, observations }: Check, line: number, ledger: Ledger): void {
  if (verdict === 'not-checked' && reason === null) {
    ledger.add(line, 'not-checked needs a reason', 'add "reason:", why the source could not be read')
  }
  if (NEEDS_OBSERVATION.includes(verdict) && observations.length === 0) {
    ledger.add(
      line, `${quote(verdict)} needs what the source says`,
      'add its numbers to values.csv and name them under "observations:"',
    )
  }
}

/** One check. */
export const checkIn = (text: Read<Text>, isCodeHere: (code: string) => boolean): Read<Check> => {
  const code = wordThat(isCodeHere, 'a code of values.csv', 'write a code that stands there')
  return checked(object<Check>({
    claim: required(code),
    verdict: required(oneOf(VERDICTS, 'verdict')),
    finding: required(text),
    reason: optional<Text | null>(text, null),
    observations: required(listOf(code)),
  }), checkVerdict)
}

/** Rows of a claim figure are claims, but for what checks observe; each claim needs its check. */
export function checkClaims(rows: readonly Row[], checks: readonly Check[], line: number, ledger: Ledger): void {
  const observed = checks.flatMap(({ observations }) => observations)
  const examined = checks.map(({ claim }) => claim)
  for (const { series } of rows) {
    if (series === '' || observed.includes(series) || examined.includes(series)) continue
    ledger.add(
      line, `the claim ${quote(series)} has no check`,
      `add an entry "claim: ${series}" under "checks:" with what its source says, even if that is not-checked`,
    )
  }
}
