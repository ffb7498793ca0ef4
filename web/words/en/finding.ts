/** English, for those who look for data by machine: search engines, catalogues. */

export const finding = {
  'technique-survey': 'Survey',
  'technique-statistic': 'Official or compiled statistic',
  'technique-statement': 'Statement in a document',
} as const satisfies Record<string, string>
