/** Japanese, for those who look for data by machine and for those who ask how they were made. */
import type { finding as english } from '../en/finding.ts'
import { methods } from './methods.ts'

export const finding: Record<keyof typeof english, string> = {
  ...methods,
  'technique-survey': 'アンケート調査',
  'technique-statistic': '公表された統計',
  'technique-statement': '文書の記述',
}
