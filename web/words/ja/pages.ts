/** 日本語、ページ用。What only the server says; the browser side leaves this file out. */
import type { Problem, ProblemKind } from '../../problem.ts'
import { fill, type Words } from '../words.ts'
import { date } from './date.ts'
import type { PageKey } from '../en/pages.ts'

export const pages: Record<PageKey, string> = {
  stop: '。',
  skip: '本文へ移動',
  navigation: 'メイン',
  figures: '図表一覧',
  sources: '出典',
  guide: '読み方・使い方',
  guideTitle: '図表の読み方と\u200bデータの使い方',
  guideLead: '言葉や形、色の意味と、データの入手先をまとめる。',
  guideQualifiers: '数字に添えられた言葉も、\u200b数字の一部',
  guideQualifiersText: '出典が「51%超」と書いていれば、それは51%ではない。この言葉はどの図、表、画像、ファイルでも数字から離さず、図形もそれに合わせて描く。値どおりなら端を閉じ、その先があるなら薄れさせ、届かないなら斜線にする。',
  guideQualifier: '書き方',
  guideDrawn: '描き方',
  guideBounds: '値の範囲',
  guideCode: 'データでの表記',
  guideChecks: '引用された数字は\u200b出典と突き合わせる',
  guideChecksText: '誰かの文章から取った数字は、そこで引かれた出典が実際に何と書いているかと並べて示す。結果は形と言葉で表す。',
  'explain-confirmed': '出典が、同じ対象について同じことを書いている。',
  'explain-differs': '出典を読んだが、同じことは書かれていない。',
  'explain-narrower': '出典が述べているのは、もっと限られた範囲のこと。',
  'explain-not-found': '出典を読んだが、見当たらなかった。',
  'explain-not-checked': '出典を読めなかった。理由を添える。',
  guideCompare: '比べてよいものだけを\u200b結ぶ',
  guideCompareText: '線で結ぶ、足し合わせる、全体の内訳として示すのは、そうしてよいと理由とともに明示した場合に限る。明示がなければ点は離したままにする。別の年に別の企業に尋ねた調査を並べても、推移にはならない。',
  guideVintages: '統計は改定される',
  guideVintagesText: '統計は一つの時点の公表値から取り、その日付を示す。異なる時点の公表値はつなげない。値には次の状態を付けることがある。',
  'explain-final': '公表されたとおりの値',
  'explain-provisional': '出典が暫定値としている値',
  'explain-revised': 'その後の公表でわずかに変わった値',
  'explain-superseded': 'その後の公表で置き換えられた値',
  'explain-derived': 'ここで算出した値。計算式を添える',
  'explain-inferred': '欠けや乱れのある表から読み取った値',
  guideTerms: '用語の日英対照',
  guideTermsText: '一つのものは一つの言葉で呼び、どの図でも変えない。',
  guideMissing: '値がないところは空白にし、ゼロとはしない。図の数字は丸めることがあるが、表とファイルには出典のとおりの桁を載せる。',
  guideData: 'どの図表も\u200bデータで\u200b入手できる',
  guideDataText: 'アドレスの末尾を変えるだけでよい。{example}のような版付きのアドレスは内容が変わらないので、引用にはこれを使う。',
  guideAddress: 'アドレス',
  guideGives: '得られるもの',
  guideTakes: '使える指定',
  guideParameters: '指定できること',
  'param-chart': 'その図表にある図の種類：{charts}',
  'param-select': 'コードを~でつなぐ(例：VNM~THA)',
  'param-time': '2024、2010..2024、2010..、..2024、latestのいずれか',
  'param-theme': 'light、dark、auto',
  'param-size': '画像の大きさ：card、page、social、square',
  'param-scale': '画像の倍率：1または2',
  'param-download': '保存用の名前を付けて送る',
  'param-q': '図表一覧を検索する語',
  guideColumns: 'ファイルの列',
  guideColumn: '列',
  guideHolds: '内容',
  guideFigures: '図表とアドレス',
  theme: '配色',
  themeAuto: '端末に合わせる',
  themeLight: 'ライト',
  themeDark: 'ダーク',
  openFigure: '図表を見る',
  data: 'データ',
  cite: 'この版を引用する',
  compiled: '{count}件の出典から作成',
  pinnedLink: 'この版のアドレス',
  asker: '調査主体',
  publisher: '公表者',
  response: '回答',
  sampling: '選び方',
  mode: '調査方法',
  weighting: '補正',
  question: '質問',
  fieldwork: '調査時期',
  vintage: '公表時点',
  source: '出典',
  rights: '利用条件',
  measure: '指標',
  'read-in-full': '全文',
  'read-in-part': '一部',
  'read-not-read': '未読',
  'read-not-recorded': '記録なし',
  'sampling-probability': '無作為抽出',
  'sampling-census-attempt': '全数に依頼',
  'sampling-volunteer': '任意に回答した人',
  'sampling-not-reported': '記載なし',
  noSamplingError: '無作為抽出と明示された調査はないため、誤差の幅は示していない。回答しなかった企業では結果が異なる可能性がある。',
  readCopy: '参照した写し：{copy}',
  readCopyUnnamed: '写しを参照(掲載元は記録なし)',
  comparable: '比べてよいもの',
  notComparable: 'これらの数字は互いに比較できないため、線で結ばず、足し合わせず、積み上げない。',
  'reason-same-asker-same-question': '調査主体と質問が同じ。',
  'reason-one-vintage': '同じ時点に公表された統計。',
  'reason-first-release': 'いずれも最初に公表された値。',
  formula: '算出値の計算式',
  changes: '変更の記録',
  'change-first': '初版',
  'change-correction': '訂正',
  'change-update': '更新',
  'change-withdrawal': '取り下げ',
  catalogueTitle: '図表一覧',
  catalogueLead: '収録しているすべての図表と、その指標、出典。',
  search: '検索',
  searchLabel: '語句、国・地域名、発行者',
  found: '「{query}」に一致：{count}件',
  foundNone: '「{query}」に一致するものはない。国・地域名や発行者など、一語で試してください。',
  sourcesTitle: '出典',
  sourcesLead: 'すべての出典について、どこまで読んだか、利用条件、どの図表のもとになったかを示す。',
  usedBy: '使っている図表',
  'no-url-not-recorded': '発行者のページのアドレスは記録がない。',
  'no-url-gone': '発行者のページはすでになくなっている。',
  problemTitle: 'このページは表示できません',
  home: '最初のページへ',
  embedMore: 'Supply Linesで根拠を見る',
  tableFolded: '数字を表示',
  footer: '文章と構成：CC BY 4.0。コード：MIT。数字：各出典の利用条件による。',
  footerPrivacy: 'Cookieも追跡もなく、外部からは何も読み込みません。',
}

const problems: Record<ProblemKind, [title: string, detail: string]> = {
  'bad-parameter': ['このアドレスの指定は使えません', '{name}={given}は指定できません。指定できる値：{allowed}。'],
  'parameter-not-here': ['このアドレスの指定はここでは使えません', '{name}はここでは使えません(指定：{given})。使えるもの：{allowed}。'],
  'unknown-page': ['ページが見つかりません', '{given}には何も公開されていません。'],
  'unknown-figure': ['図表が見つかりません', '{given}という図表はありません。図表一覧をご覧ください。'],
  'unknown-version': ['その版は存在しません', '{given}という版は公開されていません。公開済みの版：{allowed}。'],
  'unknown-format': ['その形式はありません', '{given}形式では提供していません。提供している形式：{allowed}。'],
  'not-in-language': ['この言語では公開されていません', '{given}は別の言語でのみ公開されています。'],
  withdrawn: ['この図表は取り下げられました', '{given}は取り下げられました。{name}'],
  'method-not-allowed': ['このメソッドは使えません', '{given}は使えません。使えるもの：{allowed}。'],
  'not-acceptable': ['求められた形式はありません', '求められた形式：{given}。提供している形式：{allowed}。'],
  unavailable: ['ただいま利用できません', '現在読み込めません。1分ほど後にもう一度お試しください。'],
  internal: ['エラーが発生しました', '当サイトの不具合です。内容は記録されました。時間をおいてもう一度お試しください。'],
}

/** A problem as a page's title and sentence. */
export function problem({ kind, details }: Problem): { title: string; detail: string } {
  const [title, detail] = problems[kind]
  return { title, detail: fill(detail, { name: details.name ?? '', given: details.given ?? '', allowed: details.allowed?.join('、') ?? '' }) }
}

export const rights: Words['rights'] = {
  'CC-BY-4.0': 'CC BY 4.0',
  'public-domain': 'パブリックドメイン',
  'gov-jp-standard-terms-2.0': '政府標準利用規約(第2.0版)',
  'facts-cited': '許諾の記載なし(事実のみ引用)',
  'terms-not-seen': '条件は未確認',
}

/** What each column of a download holds. */
export const columns: Words['columns'] = {
  series: '国・地域、主体、主張、出来事のコード',
  series_name: 'その名称',
  measure: '指標のコード(図表に複数の指標がある場合)',
  group: '回答者のコード。出来事では区分のコード',
  answer: '回答のコード。出来事では種類のコード',
  time: '対象の時点または期間(EDTF)',
  value: '出典に印刷された桁のままの数値。ない場合は空',
  decimals: '出典に印刷された小数点以下の桁数',
  qualifier: '数値に付く語のコード(more-thanは超、aboutは約、onlyはわずか)',
  lower: '語が認める最小の値。限りがない場合は空',
  upper: '語が認める最大の値。限りがない場合は空',
  unit: '単位のコード',
  n: '回答数。報告がない場合は空',
  status: '確定、改定、算出、推定などの別',
  published: '出典が公表した日',
  evidence: '根拠のコード',
  source: '出典のコード。複数あれば~でつなぐ',
  note: 'この観測値についての注記',
  as_printed: '数値に付く語の、出典での表記',
  actors: '行為者のコード。複数あれば~でつなぐ',
}

/** 近く・未満・超はその数を含まず、以上・以下は含む。 */
export const bounds: Words['bounds'] = (qualifier, lower, upper) => {
  switch (qualifier) {
    case 'exact': case 'only': return `ちょうど${lower}`
    case 'about': return 'その前後'
    case 'nearly': case 'less-than': return `${upper}より下`
    case 'at-most': return `${upper}以下`
    case 'at-least': return `${lower}以上`
    case 'more-than': return upper === '' ? `${lower}より上` : `${lower}より上、${upper}以下`
    case 'between': return `${lower}から${upper}まで`
    default: return qualifier satisfies never
  }
}

export const citation: Words['citation'] = (c) => `${c.publisher}「${c.title}」Supply Lines、${date(c.date)}、版${c.version}。${c.url}`
