/** Japanese, for those who look for data by machine: search engines, catalogues. */
import type { finding as english } from '../en/finding.ts'

export const finding: Record<keyof typeof english, string> = {
  'technique-survey': 'アンケート調査',
  'technique-statistic': '公表された統計',
  'technique-statement': '文書の記述',
}
