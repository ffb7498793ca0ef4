/** English, for how a survey was made: the items that AAPOR asks to be disclosed. */

export const methods = {
  collection: 'Data collection',
  collectionSurvey: 'survey',
  sponsor: 'Sponsor',
  frame: 'Drawn from',
  recruitment: 'How recruited',
  questionLanguage: 'Language of the questions',
  responseRate: 'Response rate',
  responseRateDerived: '{rate}% (computed here: answered ÷ asked)',
  margin: 'Margin of error',
  processing: 'Processing and checks of the data',
  limitations: 'Stated limitations',
  contact: 'Contact',
  ratesLine: 'Response rate: {items}.',
  rateOf: '{rate}% ({who})',
} as const satisfies Record<string, string>
