export default {
  'auditor.nav': 'Audit',
  'auditor.nav.ledger': 'Ledger',
  'auditor.nav.cases': 'Cases',

  'auditor.ledger.title': 'The ledger',
  'auditor.ledger.lead': 'All entries add up to nothing, and every balance is the sum of its entries.',

  'auditor.proof.whole': 'The ledger is whole',
  'auditor.proof.broken': 'The ledger does not agree',
  'auditor.proof.counted': '{postings} postings, {entries} entries.',
  'auditor.proof.sum': 'Sum of all entries:',
  'auditor.proof.rows': 'Every balance of a line and of a filing equals the sum of its entries.',
  'auditor.proof.again': 'Verify again',

  'auditor.cases.title': 'Cases',
  'auditor.cases.lead': 'Choose a filing to read and verify its audit chain.',

  'auditor.case.title': 'Audit chain of {number}',

  'auditor.chain.title': 'Records',
  'auditor.chain.whole': 'The chain is whole',
  'auditor.chain.broken': 'The chain is broken',
  'auditor.chain.counted': '{n} records, each holding the hash of the one before; all were checked.',
  'auditor.chain.save': 'Export (JSON)',
  'auditor.chain.no': 'No.',
  'auditor.chain.who': 'Who',
  'auditor.chain.what': 'What',
  'auditor.chain.change': 'Before and after',
  'auditor.chain.hash': 'Hash',
  'auditor.chain.none': 'No records',
};
