/** Japanese, for how a survey was made: the items that AAPOR asks to be disclosed. */
import type { methods as english } from '../en/methods.ts'

export const methods: Record<keyof typeof english, string> = {
  collection: 'データ収集の方法',
  collectionSurvey: '質問による調査',
  sponsor: '委託元',
  frame: '抽出に用いた名簿',
  recruitment: '協力の依頼方法',
  questionLanguage: '質問の言語',
  responseRate: '回答率',
  responseRateDerived: '{rate}%(ここで算出：回答数÷調査対象数)',
  margin: '標本誤差',
  processing: 'データの処理と点検',
  limitations: '明記された限界',
  contact: '問い合わせ先',
  ratesLine: '回答率：{items}。',
  rateOf: '{who}は{rate}%',
}
