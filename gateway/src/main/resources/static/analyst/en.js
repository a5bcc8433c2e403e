export default {
  'analyst.nav': 'Analysis',
  'analyst.nav.overview': 'Clusters',
  'analyst.nav.statistics': 'Statistics',
  'analyst.nav.figures': 'Published figures',
  'analyst.nav.projects': 'Key projects',

  'analyst.all': 'All',

  'analyst.clear': 'Clear filters',

  'analyst.and': ' and ',

  'analyst.cluster': 'Cluster',
  'analyst.cluster.NONE': 'In none of the five',
  'analyst.cluster.TOTAL': 'Total',

  'analyst.statistics.title': 'Statistics by cluster',
  'analyst.statistics.lead': 'Monthly reports of enterprises above scale, added up by cluster and period. The address is the view: keep it, share it.',
  'analyst.statistics.ask': 'What to show',
  'analyst.statistics.none': 'No data',
  'analyst.statistics.empty': 'Nothing was reported for this span. Choose an earlier one.',

  'analyst.measure': 'Measure',
  'analyst.measure.output': 'Gross output',
  'analyst.measure.valueAdded': 'Value added',
  'analyst.measure.revenue': 'Revenue',
  'analyst.measure.profitTax': 'Profit and tax',
  'analyst.measure.investment': 'Fixed-asset investment',
  'analyst.measure.rd': 'R&D expense',
  'analyst.measure.exports': 'Exports',
  'analyst.measure.jobs': 'Jobs',

  'analyst.kind': 'Period',
  'analyst.kind.month': 'Month',
  'analyst.kind.quarter': 'Quarter',
  'analyst.kind.year': 'Year',

  'analyst.from': 'From',

  'analyst.to': 'To',

  'analyst.period.year': '{year}',
  'analyst.period.quarter': 'Q{quarter} {year}',
  'analyst.period.month': '{month} {year}',

  'analyst.show': 'What to draw',
  'analyst.show.value': 'Value',
  'analyst.show.growth': 'Growth on the year',
  'analyst.show.contribution': 'Contribution',
  'analyst.show.pull': 'Pull',

  'analyst.as': 'Chart or table',
  'analyst.as.chart': 'Chart',
  'analyst.as.table': 'Table',

  'analyst.column.value': 'Value',
  'analyst.column.base': 'Year before',
  'analyst.column.growth': 'Growth',
  'analyst.column.contribution': 'Contribution',
  'analyst.column.pull': 'Pull',

  'analyst.points': ' pp',

  'analyst.suppressed': 'not published',
  'analyst.suppressed.short': 'Too few enterprises or one dominates: publishing would give one away',
  'analyst.suppressed.why': 'Not published: {n}. Such a cell covers fewer than 3 enterprises, or one of them makes up 85 % or more; a further cell is then withheld, so that the total gives nothing away.',

  'analyst.csv': 'Download CSV',

  'analyst.xlsx': 'Download XLSX',

  'analyst.copy': 'Copy the address',

  'analyst.copied': 'The address is copied',

  'analyst.about': 'Definition and source',

  'analyst.definition': 'Definition',

  'analyst.source': 'Source',

  'analyst.vintage': 'Vintage',

  'analyst.unit': 'Unit',

  'analyst.through': 'to {month}',

  'analyst.negative': 'negative because of a correction',

  'analyst.growth': 'Growth',
  'analyst.growth.text': 'On the comparable base reported now, not on last year’s published value.',

  'analyst.contribution': 'Contribution',
  'analyst.contribution.text': 'The cluster’s change as a share of the total change; undefined where that is zero.',

  'analyst.pull': 'Pull',
  'analyst.pull.text': 'The cluster’s change over the total base; the clusters add up to the total growth.',

  'analyst.link': 'As data',
  'analyst.link.text': 'The data of this page (JSON)',

  'analyst.chart.failed': 'The chart could not be loaded. Please use the table.',
  'analyst.chart.told': '{measure}, {shown}, {from} to {to}. Latest: {last}.',

  'analyst.overview.title': 'The clusters',
  'analyst.overview.lead': 'The enterprises, revenue and chains of the “4+1” clusters.',
  'analyst.overview.taxonomy': 'Which division',
  'analyst.overview.2019': 'The five of 2019',
  'analyst.overview.2024': 'The four of 2024',
  'analyst.overview.mapping': 'The four of 2024 were merged from the five; series of the two divisions cannot be compared directly.',
  'analyst.overview.from': 'Merged from {names}',
  'analyst.overview.enterprises': 'Enterprises',
  'analyst.overview.above': 'Above scale',
  'analyst.overview.output': 'Revenue, {period}',
  'analyst.overview.columns': 'Revenue of the last eight quarters (CNY 100 million)',
  'analyst.overview.chain': 'Segments of the chain',
  'analyst.overview.firms': '{n}',
  'analyst.overview.gap.NONE': 'gap: no enterprise',
  'analyst.overview.gap.ONE': 'weak: one enterprise only',

  'analyst.figures.title': 'Published figures',
  'analyst.figures.lead': 'The 110 numbers of the zone’s two published accounts, as they stand there, with their source; kept apart from the statistics of this system.',
  'analyst.figures.search': 'Search',
  'analyst.figures.source': 'Account',
  'analyst.figures.category': 'Category',
  'analyst.figures.scope': 'Scope',
  'analyst.figures.disputed': 'Only those in contradiction',
  'analyst.figures.count': '{n} of {all} figures',
  'analyst.figures.contradictions': 'Contradictions and gaps in the figures, shown and not smoothed: {n}',
  'analyst.figures.notTogether': 'Note',
  'analyst.figures.noAmount': 'no amount given',
  'analyst.figures.noUnit': '(unit missing)',
  'analyst.figures.column.name': 'Figure',
  'analyst.figures.column.value': 'Value',
  'analyst.figures.column.period': 'Period',
  'analyst.figures.column.beside': 'Rank and comparison',
  'analyst.figures.column.from': 'Source',
  'analyst.figures.year': 'Account of {year}',
  'analyst.figures.sources': 'The two accounts',
  'analyst.figures.inferred': 'The year {year} is inferred: {evidence}',
  'analyst.figures.none': 'No figure fits',
  'analyst.figures.empty': 'Try another word or clear the filters.',

  'analyst.scope.zone': 'the zone',
  'analyst.scope.park': 'a park',
  'analyst.scope.enterprise': 'one enterprise',

  'analyst.category.poverty': 'Poverty relief',
  'analyst.category.projects': 'Projects',
  'analyst.category.economy': 'Economy',
  'analyst.category.cluster': 'Clusters',
  'analyst.category.organisation': 'Organisation',
  'analyst.category.enterprise': 'Enterprises',
  'analyst.category.livelihood': 'Livelihood',
  'analyst.category.policy': 'Policy',
  'analyst.category.building': 'Office buildings',
  'analyst.category.trade': 'Trade',
  'analyst.category.investment_promotion': 'Investment promotion',
  'analyst.category.enterprise_ladder': 'Enterprise ladder',
  'analyst.category.talent': 'Talent',
  'analyst.category.technology': 'Technology',
  'analyst.category.other': 'Other',

  'analyst.rank': 'No. {position} in {among}',
  'analyst.rank.growth': 'No. {position} in {among} by growth',
  'analyst.rank.amount': 'No. {position} in {among} by amount',
  'analyst.rank.both': 'No. {position} in {among} by amount and growth',

  'analyst.among.30 projects in city': '30 projects of the city',
  'analyst.among.city': 'the city',

  'analyst.compared.vsCityPctPoints': '{value} pp above the city',
  'analyst.compared.impliedCityGrowthPct': 'implies {value} % for the city',
  'analyst.compared.shareOfCityPct': '{value} % of the city',
  'analyst.compared.impliedCityTotal': 'implies {value} for the city',

  'analyst.projects.title': 'Key projects',
  'analyst.projects.lead': 'The plan of the year, what is done of it, and how much of the time has passed.',
  'analyst.projects.name': 'Project',
  'analyst.projects.level': 'Level',
  'analyst.projects.level.PROVINCE': 'Province',
  'analyst.projects.level.CITY': 'City',
  'analyst.projects.level.ZONE': 'Zone',
  'analyst.projects.stage': 'Stage',
  'analyst.projects.stage.PREPARING': 'In preparation',
  'analyst.projects.stage.IMPLEMENTING': 'In implementation',
  'analyst.projects.stage.COMPLETED': 'Completed',
  'analyst.projects.total': 'Total',
  'analyst.projects.plan': 'Plan of the year',
  'analyst.projects.done': 'Done',
  'analyst.projects.share': 'Share of the plan done',
  'analyst.projects.time': 'time {share} %',
  'analyst.projects.none': 'No projects',
  'analyst.projects.empty': 'Clear the filters, or wait until projects are imported.',
};
