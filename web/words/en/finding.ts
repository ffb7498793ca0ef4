/** English, for those who look for data by machine and for those who ask how they were made. */
import { methods } from './methods.ts'

export const finding = {
  ...methods,
  'technique-survey': 'Survey',
  'technique-statistic': 'Official or compiled statistic',
  'technique-statement': 'Statement in a document',
} as const satisfies Record<string, string>
