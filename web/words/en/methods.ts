/** English, for how a survey was made: the items that AAPOR asks to be disclosed. */

export const methods = {
  sponsor: 'Sponsor',
  frame: 'Drawn from',
  questionLanguage: 'Language of the questions',
  responseRate: 'Response rate',
  responseRateDerived: '{rate}% (computed here: {formula})',
  margin: 'Margin of error',
  marginNone: 'none computed: not a stated probability sample',
  ratesLine: 'Response rate: {items}.',
  rateOf: '{rate}% ({who})',
} as const satisfies Record<string, string>
