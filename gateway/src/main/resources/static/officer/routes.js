const DESK = ['INTAKE', 'REVIEWER', 'EXPERT', 'APPROVER', 'PAYER', 'RELEASER', 'AUDITOR'];
const OFFICERS = [...DESK, 'POLICY_EDITOR', 'POLICY_PUBLISHER'];

export default [
  { path: '/officer', page: () => import('./queue.js'), roles: OFFICERS },
  { path: '/officer/queue', page: () => import('./queue.js'), roles: OFFICERS },
  { path: '/officer/filings', page: () => import('./filings.js'), roles: DESK },
  { path: '/officer/filings/:id', page: () => import('./filing.js'), roles: DESK },
  { path: '/officer/calls', page: () => import('./calls.js'), roles: DESK },
  { path: '/officer/calls/new', page: () => import('./call.js'), roles: ['INTAKE'] },
  { path: '/officer/calls/:id', page: () => import('./call.js'), roles: DESK },
  { path: '/officer/notices', page: () => import('./notices.js'), roles: DESK },
  { path: '/officer/notices/new', page: () => import('./publish.js'), roles: ['INTAKE'] },
  { path: '/officer/notices/:id', page: () => import('./notice.js'), roles: DESK },
  { path: '/officer/payments', page: () => import('./payments.js'), roles: DESK },
  { path: '/officer/batches/:id', page: () => import('./batch.js'), roles: DESK },
  { path: '/officer/no-application', page: () => import('./no-application.js'), roles: ['INTAKE'] },
  { path: '/officer/no-application/:id', page: () => import('./no-application-list.js'), roles: ['INTAKE', 'REVIEWER', 'APPROVER', 'AUDITOR'] },
  { path: '/officer/delegations', page: () => import('./delegations.js'), roles: ['APPROVER', 'AUDITOR', 'ADMIN'] },
  { path: '/officer/allocations', page: () => import('./allocations.js'), roles: ['INTAKE', 'REVIEWER', 'APPROVER', 'AUDITOR'] },
  { path: '/officer/allocations/:id', page: () => import('./allocation.js'), roles: ['INTAKE', 'REVIEWER', 'APPROVER', 'AUDITOR'] },
  { path: '/officer/enterprises', page: () => import('./enterprises.js'), roles: OFFICERS },
  { path: '/officer/enterprises/:creditCode', page: () => import('./enterprise.js'), roles: OFFICERS },
  { path: '/officer/items', page: () => import('./items.js'), roles: DESK },
  { path: '/officer/fund', page: () => import('./fund.js'), roles: [...DESK, 'ADMIN'] },
  { path: '/officer/fund/revise', page: () => import('./revise.js'), roles: ['ADMIN'] },
];
