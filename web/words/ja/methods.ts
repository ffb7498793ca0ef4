/** Japanese, for how a survey was made: the items that AAPOR asks to be disclosed. */
import type { methods as english } from '../en/methods.ts'

export const methods: Record<keyof typeof english, string> = {
  sponsor: '委託元',
  frame: '抽出に用いた名簿',
  questionLanguage: '質問の言語',
  responseRate: '回答率',
  responseRateDerived: '{rate}%(ここで算出：{formula})',
  margin: '標本誤差',
  marginNone: '算出していない(無作為抽出との記載がないため)',
  ratesLine: '回答率：{items}。',
  rateOf: '{who}は{rate}%',
}
