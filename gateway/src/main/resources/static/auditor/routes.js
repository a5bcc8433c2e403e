export default [
  { path: '/auditor', page: () => import('./ledger.js'), roles: ['AUDITOR'] },
  { path: '/auditor/roots', page: () => import('./roots.js'), roles: ['AUDITOR'] },
  { path: '/auditor/cases', page: () => import('./cases.js'), roles: ['AUDITOR'] },
  { path: '/auditor/cases/:id', page: () => import('./case.js'), roles: ['AUDITOR'] },
];
