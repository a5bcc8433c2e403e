export default {
  'auditor.nav': '审计页面',
  'auditor.nav.ledger': '账目',
  'auditor.nav.cases': '案卷',

  'auditor.ledger.title': '账目审计',
  'auditor.ledger.lead': '全部分录相加为零，每个余额等于其分录之和。',

  'auditor.proof.whole': '账目完整',
  'auditor.proof.broken': '账目不符',
  'auditor.proof.counted': '{postings} 张凭证，{entries} 条分录。',
  'auditor.proof.sum': '全部分录之和',
  'auditor.proof.rows': '每个用途、每份申报的余额都等于其分录之和。',
  'auditor.proof.again': '重新核验',

  'auditor.cases.title': '案卷',
  'auditor.cases.lead': '选择一份申报，查看并核验它的审计链。',

  'auditor.case.title': '{number} 的审计链',

  'auditor.chain.title': '审计记录',
  'auditor.chain.whole': '审计链完整',
  'auditor.chain.broken': '审计链不完整',
  'auditor.chain.counted': '{n} 条记录，每条都含前一条的哈希，已逐条核验。',
  'auditor.chain.save': '导出记录（JSON）',
  'auditor.chain.no': '序号',
  'auditor.chain.who': '何人',
  'auditor.chain.what': '何事',
  'auditor.chain.change': '前后变化',
  'auditor.chain.hash': '哈希',
  'auditor.chain.none': '没有记录',
};
