/** The glossary: one word a language for each thing, so that figures say the same in both. Shown in the guide. */
import type { Lang } from './index.ts'

export type Term = {
  /** The first is the term, as the guide shows it; the others count as saying it: a short form, a stem. */
  readonly forms: Readonly<Record<Lang, readonly [string, ...string[]]>>
  /** What it means here, in one line. */
  readonly means: Readonly<Record<Lang, string>>
}

/** In the order of the guide: what companies are asked, rules, enforcement, investment, and how this site puts numbers. */
export const GLOSSARY = {
  'human-rights-due-diligence': {
    forms: { en: ['human rights due diligence', 'due diligence'], ja: ['人権デューディリジェンス', 'デューディリジェンス'] },
    means: {
      en: 'Finding, preventing and reducing harm to human rights in a company’s own work and along its supply chain. Surveys define it differently.',
      ja: '自社の事業とサプライチェーンで起こりうる人権侵害を把握し、防ぎ、軽減する取り組み。定義は調査によって異なる。',
    },
  },
  'human-rights-policy': {
    forms: { en: ['human rights policy', 'human rights policies'], ja: ['人権方針'] },
    means: {
      en: 'A company’s statement that it will respect human rights; some surveys also count a passage in another policy.',
      ja: '人権を尊重する責任を果たすという企業の表明。ほかの方針への明記を含める調査もある。',
    },
  },
  'human-rights-risk': {
    forms: { en: ['human rights risk'], ja: ['人権リスク'] },
    means: { en: 'The risk that people’s rights are harmed.', ja: '人々の権利が損なわれるおそれ。' },
  },
  'human-rights-violation': {
    forms: { en: ['human rights violation'], ja: ['人権侵害'] },
    means: { en: 'Harm done to people’s rights.', ja: '人々の権利を損なうこと。' },
  },
  'monitoring-framework': {
    forms: { en: ['monitoring framework'], ja: ['監視体制'] },
    means: { en: 'In Nikkei’s poll: what a company has in place to keep watch over human rights.', ja: '日経の調査で、人権について調べ、見守るための社内の仕組みをいう。' },
  },
  'indirect-supplier': {
    forms: { en: ['indirect supplier'], ja: ['間接仕入れ先'] },
    means: { en: 'A supplier’s supplier: the second tier and beyond.', ja: '仕入れ先の、さらにその先の仕入れ先(二次以降)。' },
  },
  'direct-partner': {
    forms: { en: ['direct business partner'], ja: ['直接取引先'] },
    means: { en: 'A business that the company itself deals with.', ja: '企業が自ら取引している相手(一次)。' },
  },
  'grievance-procedure': {
    forms: { en: ['grievance procedure'], ja: ['苦情処理手続'] },
    means: { en: 'A way to report a human rights violation and have it resolved.', ja: '人権侵害を通報し、解決を求めるための手続き。' },
  },
  sme: {
    forms: { en: ['small and medium-sized company', 'small and medium-sized companies', 'SMEs', 'SME'], ja: ['中小企業', '中小'] },
    means: { en: 'Below a size that each survey sets for itself.', ja: '規模の線引きは調査によって異なる。' },
  },
  'supply-chain': {
    forms: { en: ['supply chain'], ja: ['サプライチェーン'] },
    means: { en: 'All who have a hand in a product, from raw material to customer.', ja: '原材料から顧客まで、製品に関わる事業者のつながり。' },
  },
  'guiding-principles': {
    forms: { en: ['UN Guiding Principles on Business and Human Rights', 'UN Guiding Principles', 'Guiding Principles'], ja: ['国連「ビジネスと人権に関する指導原則」', '指導原則'] },
    means: { en: 'What states and companies are to do about human rights in business, as the United Nations set it out.', ja: '企業活動と人権について、国家と企業がなすべきことを国連が示した原則。' },
  },
  'national-action-plan': {
    forms: { en: ['national action plan', 'action plan'], ja: ['国別行動計画', '行動計画'] },
    means: { en: 'A government’s plan for carrying out the UN Guiding Principles (NAP).', ja: '国連の指導原則を実施するために各国政府が定める計画(NAP)。' },
  },
  'government-guidelines': {
    forms: { en: ['guidelines of the Japanese government', 'government’s guidelines'], ja: ['日本政府のガイドライン', 'ガイドライン'] },
    means: {
      en: 'Japan’s Guidelines on Respecting Human Rights in Responsible Supply Chains.',
      ja: '「責任あるサプライチェーン等における人権尊重のためのガイドライン」。',
    },
  },
  'forced-labour': {
    forms: { en: ['forced labour'], ja: ['強制労働'] },
    means: { en: 'Work that somebody is made to do under threat.', ja: '処罰などの脅しのもとで強いられる労働。' },
  },
  'child-labour': {
    forms: { en: ['child labour'], ja: ['児童労働', '児童の強制労働'] },
    means: { en: 'Work of children that law or conventions do not allow.', ja: '法律や条約が認めていない、子どもの労働。' },
  },
  'reason-to-believe': {
    forms: { en: ['reason to believe'], ja: ['信じるに足る理由'] },
    means: { en: 'The measure of the US Department of Labor’s list. It is not a finding about any one producer.', ja: '米国労働省の一覧が用いる基準。個々の生産者について認定したものではない。' },
  },
  uflpa: {
    forms: { en: ['Uyghur Forced Labor Prevention Act', 'UFLPA'], ja: ['ウイグル強制労働防止法', 'UFLPA'] },
    means: { en: 'The US law under which goods from Xinjiang are presumed to be made with forced labour (UFLPA).', ja: '新疆ウイグル自治区に関わる産品を強制労働によるものと推定する米国の法律(UFLPA)。' },
  },
  'entity-list': {
    forms: { en: ['UFLPA Entity List', 'Entity List'], ja: ['UFLPAエンティティ・リスト', 'エンティティ・リスト'] },
    means: { en: 'The companies named under that law.', ja: '同法のもとで名前を挙げられた事業者の一覧。' },
  },
  stopped: {
    forms: { en: ['shipment stopped for review', 'stopped for review', 'shipments stopped'], ja: ['審査のため止められた貨物', '審査のため', '止められ', '止めた'] },
    means: { en: 'Held at the border while papers are examined: not a finding. Also called detained.', ja: '書類の審査のあいだ国境で留め置かれること。違反の認定ではない。留め置き、差し止めともいう。' },
  },
  denied: {
    forms: { en: ['denied entry'], ja: ['輸入拒否', '輸入を拒否', '輸入を認め'] },
    means: { en: 'Not let in after review.', ja: '審査の結果、輸入が認められないこと。' },
  },
  released: {
    forms: { en: ['released after review'], ja: ['審査後に輸入許可', '輸入許可', '輸入を許可'] },
    means: { en: 'Let in after review.', ja: '審査の結果、輸入が認められること。' },
  },
  origin: {
    forms: { en: ['declared origin', 'origin as declared'], ja: ['申告された原産地', '申告原産地'] },
    means: { en: 'The country a shipment is said to come from, in its papers.', ja: '輸入書類に記された原産国・地域。' },
  },
  'direct-investment': {
    forms: { en: ['foreign direct investment', 'direct investment', 'FDI'], ja: ['対内直接投資', '直接投資'] },
    means: { en: 'Investment from abroad that brings a lasting say in a business (FDI); outward, 対外直接投資.', ja: '国外からの、経営への関与を伴う投資(FDI)。国外へのものは対外直接投資。' },
  },
  'net-inflows': {
    forms: { en: ['net inflows'], ja: ['純流入'] },
    means: { en: 'What came in less what was withdrawn. It can be negative.', ja: '流入から引き揚げを差し引いた額。マイナスにもなる。' },
  },
  'merchandise-trade': {
    forms: { en: ['merchandise trade', 'trade in goods'], ja: ['商品貿易', '財の貿易'] },
    means: { en: 'Exports and imports of goods, without services.', ja: 'サービスを除いた、商品の輸出と輸入。' },
  },
  'constant-prices': {
    forms: { en: ['constant prices', 'constant 2015 US dollars', 'constant 2015 US$'], ja: ['実質', '固定価格'] },
    means: { en: 'Without the rise in prices: every year at the prices of one year.', ja: '物価の変動を除き、一つの年の価格に揃えた値。' },
  },
  'per-head': {
    forms: { en: ['per head'], ja: ['一人当たり'] },
    means: { en: 'Divided by the number of inhabitants.', ja: '人口で割った値。' },
  },
  base: {
    forms: { en: ['base not stated'], ja: ['分母の明示なし', '分母は明示なし', '分母は明示され'] },
    means: { en: 'Of whom a share is a share. Where the source does not say, neither do we.', ja: '割合が何に対するものか。出典が示していなければ、明示なしとする。' },
  },
  'not-parts': {
    forms: { en: ['not parts of a whole', 'not parts of one whole'], ja: ['一つの全体の内訳ではない', '内訳では'] },
    means: { en: 'Shares that overlap or have different bases: they may not be added.', ja: '重なりがあるか、分母の異なる割合。足し合わせることはできない。' },
  },
  qualifier: {
    forms: { en: ['qualifier'], ja: ['数字に添えられた言葉', '数字に添える言葉'] },
    means: { en: 'The word beside a number: about, only, more than.', ja: '約、わずか、超のように、数字とともにある言葉。' },
  },
  vintage: {
    forms: { en: ['vintage'], ja: ['公表時点'] },
    means: { en: 'The date of the publication a statistic was taken from. Later ones may revise it.', ja: '統計の値を取った公表の日付。その後の公表で改定されることがある。' },
  },
} as const satisfies Record<string, Term>
