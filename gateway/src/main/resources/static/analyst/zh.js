export default {
  'analyst.nav': '分析页面',
  'analyst.nav.overview': '集群概览',
  'analyst.nav.statistics': '统计',
  'analyst.nav.figures': '公开数据',
  'analyst.nav.projects': '重点项目',

  'analyst.all': '全部',

  'analyst.clear': '清除筛选',

  'analyst.and': '、',

  'analyst.cluster': '产业集群',
  'analyst.cluster.NONE': '不属于五个集群',
  'analyst.cluster.TOTAL': '合计',

  'analyst.statistics.title': '分集群统计',
  'analyst.statistics.lead': '规模以上企业的月度报表，按集群和时期汇总。网址就是这张图表，可以收藏和转发。',
  'analyst.statistics.ask': '选择统计口径',
  'analyst.statistics.none': '没有数据',
  'analyst.statistics.empty': '这段时期没有报表。请换一个较早的时期。',

  'analyst.measure': '指标',
  'analyst.measure.output': '工业总产值',
  'analyst.measure.valueAdded': '增加值',
  'analyst.measure.revenue': '营业收入',
  'analyst.measure.profitTax': '利税总额',
  'analyst.measure.investment': '固定资产投资',
  'analyst.measure.rd': '研发费用',
  'analyst.measure.exports': '出口额',
  'analyst.measure.jobs': '从业人员',

  'analyst.kind': '时期',
  'analyst.kind.month': '月',
  'analyst.kind.quarter': '季',
  'analyst.kind.year': '年',

  'analyst.from': '从',

  'analyst.to': '到',

  'analyst.period.year': '{year}年',
  'analyst.period.quarter': '{year}年{quarter}季度',
  'analyst.period.month': '{year}年{month}月',

  'analyst.show': '看什么',
  'analyst.show.value': '数值',
  'analyst.show.growth': '同比增长',
  'analyst.show.contribution': '贡献率',
  'analyst.show.pull': '拉动',

  'analyst.as': '图或表',
  'analyst.as.chart': '图',
  'analyst.as.table': '表',

  'analyst.column.value': '数值',
  'analyst.column.base': '上年同期',
  'analyst.column.growth': '同比',
  'analyst.column.contribution': '贡献率',
  'analyst.column.pull': '拉动',

  'analyst.points': '个百分点',

  'analyst.suppressed': '不公布',
  'analyst.suppressed.short': '企业太少或一家独大，公布会泄露单个企业的数据',
  'analyst.suppressed.why': '有 {n} 格不公布：少于 3 家企业，或一家占 85% 以上，公布会泄露单个企业的数据；为防止由合计反推，另有一格同时不公布。',

  'analyst.csv': '下载 CSV',

  'analyst.xlsx': '下载 XLSX',

  'analyst.copy': '复制本页网址',

  'analyst.copied': '已复制本页网址',

  'analyst.about': '口径与来源',

  'analyst.definition': '定义',

  'analyst.source': '来源',

  'analyst.vintage': '数据版本',

  'analyst.unit': '单位',

  'analyst.through': '至{month}',

  'analyst.negative': '更正所致的负值',

  'analyst.growth': '同比',
  'analyst.growth.text': '按今年报告的可比基数计算，不用上年公布数。',

  'analyst.contribution': '贡献率',
  'analyst.contribution.text': '本集群增量占全部增量的比重。全部增量为零时没有意义。',

  'analyst.pull': '拉动',
  'analyst.pull.text': '本集群增量占全部基数的比重，各集群相加等于总增速。',

  'analyst.link': '数据接口',
  'analyst.link.text': '本页数据（JSON）',

  'analyst.chart.failed': '图表没有载入。请改看表格。',
  'analyst.chart.told': '{measure}，{shown}，{from}至{to}。最近一期：{last}。',

  'analyst.overview.title': '集群概览',
  'analyst.overview.lead': '“4+1”产业集群的企业、营业收入和产业链。',
  'analyst.overview.taxonomy': '集群划分',
  'analyst.overview.2019': '2019 年的五个',
  'analyst.overview.2024': '2024 年的四个',
  'analyst.overview.mapping': '2024 年的四个集群由五个归并而来，两套划分的序列不能直接相比。',
  'analyst.overview.from': '由 {names} 归并而来',
  'analyst.overview.enterprises': '企业',
  'analyst.overview.above': '规模以上',
  'analyst.overview.output': '{period}营业收入',
  'analyst.overview.columns': '近八个季度营业收入（亿元）',
  'analyst.overview.chain': '产业链各环节',
  'analyst.overview.firms': '{n} 家',
  'analyst.overview.gap.NONE': '缺：没有企业',
  'analyst.overview.gap.ONE': '弱：只有一家',

  'analyst.figures.title': '公开数据',
  'analyst.figures.lead': '开发区两篇公开文章中的 110 个数字，照原文记录并注明出处，与本系统的统计分开。',
  'analyst.figures.search': '查找',
  'analyst.figures.source': '文章',
  'analyst.figures.category': '类别',
  'analyst.figures.scope': '范围',
  'analyst.figures.disputed': '只看有矛盾的',
  'analyst.figures.count': '{all} 个数字中的 {n} 个',
  'analyst.figures.contradictions': '数字之间有 {n} 处矛盾或不明，如实列出，不作修饰',
  'analyst.figures.notTogether': '注意',
  'analyst.figures.noAmount': '原文未给数额',
  'analyst.figures.noUnit': '（单位缺失）',
  'analyst.figures.column.name': '指标',
  'analyst.figures.column.value': '数值',
  'analyst.figures.column.period': '时期',
  'analyst.figures.column.beside': '位次与比较',
  'analyst.figures.column.from': '出处',
  'analyst.figures.year': '{year} 年文章',
  'analyst.figures.sources': '两篇文章',
  'analyst.figures.inferred': '年份 {year} 为推断：{evidence}',
  'analyst.figures.none': '没有符合的数字',
  'analyst.figures.empty': '请换一个词，或清除筛选。',

  'analyst.scope.zone': '全区',
  'analyst.scope.park': '园区',
  'analyst.scope.enterprise': '单个企业',

  'analyst.category.poverty': '脱贫攻坚',
  'analyst.category.projects': '项目建设',
  'analyst.category.economy': '经济运行',
  'analyst.category.cluster': '产业集群',
  'analyst.category.organisation': '组织服务',
  'analyst.category.enterprise': '企业',
  'analyst.category.livelihood': '民生',
  'analyst.category.policy': '政策',
  'analyst.category.building': '楼宇经济',
  'analyst.category.trade': '外贸',
  'analyst.category.investment_promotion': '招商引资',
  'analyst.category.enterprise_ladder': '企业梯队',
  'analyst.category.talent': '人才',
  'analyst.category.technology': '科技',
  'analyst.category.other': '其他',

  'analyst.rank': '{among}第 {position}',
  'analyst.rank.growth': '增速{among}第 {position}',
  'analyst.rank.amount': '总量{among}第 {position}',
  'analyst.rank.both': '总量和增速均列{among}第 {position}',

  'analyst.among.30 projects in city': '全市 30 个项目',
  'analyst.among.city': '全市',

  'analyst.compared.vsCityPctPoints': '高于全市 {value} 个百分点',
  'analyst.compared.impliedCityGrowthPct': '推算全市增速 {value}%',
  'analyst.compared.shareOfCityPct': '占全市 {value}%',
  'analyst.compared.impliedCityTotal': '推算全市 {value}',

  'analyst.projects.title': '重点项目',
  'analyst.projects.lead': '年度计划、已完成投资和时间进度。',
  'analyst.projects.name': '项目',
  'analyst.projects.level': '级别',
  'analyst.projects.level.PROVINCE': '省级',
  'analyst.projects.level.CITY': '市级',
  'analyst.projects.level.ZONE': '区级',
  'analyst.projects.stage': '阶段',
  'analyst.projects.stage.PREPARING': '前期',
  'analyst.projects.stage.IMPLEMENTING': '在建',
  'analyst.projects.stage.COMPLETED': '竣工投产',
  'analyst.projects.total': '总投资',
  'analyst.projects.plan': '年度计划',
  'analyst.projects.done': '已完成',
  'analyst.projects.share': '完成年度计划的比例',
  'analyst.projects.time': '时间进度 {share}%',
  'analyst.projects.none': '没有项目',
  'analyst.projects.empty': '请清除筛选，或等项目导入。',
};
