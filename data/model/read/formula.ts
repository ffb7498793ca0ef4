/** Exact arithmetic on decimals and names: `100 - considering - not-considering`. */
import { add, isDecimal, multiply, subtract } from '../quantity.ts'
import { quote } from './rules.ts'

/** The decimal a name stands for, or why it stands for none; `null` = cannot be known, without a fault of the formula. */
export type Lookup = (name: string) => { readonly value: string } | { readonly fault: string; readonly remedy: string } | null

export type Result = ReturnType<Lookup>

const OPERATORS = { '+': add, '-': subtract, '*': multiply } as const
type Operator = keyof typeof OPERATORS

const isOperator = (token: string | undefined): token is Operator => token !== undefined && Object.hasOwn(OPERATORS, token)

/** Hyphens belong to names, so that operators stand between spaces. */
const tokensOf = (formula: string): readonly string[] =>
  formula.replace(/[()]/g, ' $& ').split(/\s+/).filter((token) => token !== '')

export const FORMULA_REMEDY = 'write numbers and names with spaces around + - and *, such as 100 - a - b'

/** Longer than any formula a person would check; brackets nest no deeper than this. */
const LONGEST = 1000

/** What is left to read: tokens from `at` on. */
type Step = { readonly result: Result; readonly at: number }

const fault = (message: string, at: number): Step => ({ result: { fault: message, remedy: FORMULA_REMEDY }, at })

function readTerm(tokens: readonly string[], at: number, lookup: Lookup): Step {
  const token = tokens[at]
  if (token === undefined) return fault('something is missing at the end', at)
  if (token === '(') {
    const inner = readSum(tokens, at + 1, lookup)
    return tokens[inner.at] === ')' ? { ...inner, at: inner.at + 1 } : fault('a closing bracket is missing', inner.at)
  }
  if (isOperator(token) || token === ')') return fault(`${quote(token)} stands where a number should be`, at)
  return { result: isDecimal(token) ? { value: token } : lookup(token), at: at + 1 }
}

function combine(left: Result, operator: Operator, right: Result): Result {
  if (left && 'fault' in left) return left
  if (!left || !right || 'fault' in right) return right && 'fault' in right ? right : null
  return { value: OPERATORS[operator](left.value, right.value) }
}

type ReadOperand = (tokens: readonly string[], at: number, lookup: Lookup) => Step

/** Operands joined by operators of one rank, from left to right. */
const chain = (readOperand: ReadOperand, operators: readonly Operator[]): ReadOperand => (tokens, at, lookup) => {
  let step = readOperand(tokens, at, lookup)
  for (let operator = tokens[step.at]; isOperator(operator) && operators.includes(operator); operator = tokens[step.at]) {
    const right = readOperand(tokens, step.at + 1, lookup)
    step = { result: combine(step.result, operator, right.result), at: right.at }
  }
  return step
}

const readProduct = chain(readTerm, ['*'])
const readSum = chain(readProduct, ['+', '-'])

/**
 * The exact value of a formula of decimals and names with + - * and brackets.
 *
 * evaluate('100 - 38.5 - 47.7', () => null) // => { value: '13.8' }
 */
export function evaluate(formula: string, lookup: Lookup): Result {
  if (formula.length > LONGEST) return { fault: `this is longer than ${LONGEST} characters`, remedy: 'split it' }
  const tokens = tokensOf(formula)
  const { result, at } = readSum(tokens, 0, lookup)
  if (result && 'fault' in result) return result
  return at < tokens.length ? { fault: `${quote(tokens[at] ?? '')} cannot stand here`, remedy: FORMULA_REMEDY } : result
}
