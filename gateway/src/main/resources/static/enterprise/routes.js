const roles = ['ENTERPRISE'];

export default [
  { path: '/enterprise', roles, page: () => import('/enterprise/matches.js') },
  { path: '/enterprise/start/:code', roles, page: () => import('/enterprise/start.js') },
  { path: '/enterprise/mandates', roles, page: () => import('/enterprise/mandates.js') },
  { path: '/enterprise/filings', roles, page: () => import('/enterprise/filings.js') },
  { path: '/enterprise/filings/:id', roles, page: () => import('/enterprise/filing.js') },
  { path: '/enterprise/filings/:id/facts', roles, page: () => import('/enterprise/facts.js') },
  { path: '/enterprise/filings/:id/lines', roles, page: () => import('/enterprise/lines.js') },
  { path: '/enterprise/filings/:id/documents', roles, page: () => import('/enterprise/papers.js') },
  { path: '/enterprise/filings/:id/contact', roles, page: () => import('/enterprise/contact.js') },
  { path: '/enterprise/filings/:id/check', roles, page: () => import('/enterprise/check-answers.js') },
  { path: '/enterprise/filings/:id/receipt', roles, page: () => import('/enterprise/receipt.js') },
  { path: '/enterprise/recoveries', roles, page: () => import('/enterprise/recoveries.js') },
  { path: '/enterprise/recoveries/:id', roles, page: () => import('/enterprise/recovery.js') },
  { path: '/enterprise/filings/:id/self-report', roles, page: () => import('/enterprise/self-report.js') },
];
