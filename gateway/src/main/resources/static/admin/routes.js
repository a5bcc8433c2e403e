export default [
  { path: '/admin', page: () => import('./clock.js'), roles: ['ADMIN'] },
  { path: '/admin/retention', page: () => import('./retention.js'), roles: ['ADMIN', 'AUDITOR'] },
  { path: '/admin/people', page: () => import('./people.js'), roles: ['SECURITY_ADMIN'] },
  { path: '/admin/people/:username', page: () => import('./person.js'), roles: ['SECURITY_ADMIN'] },
  { path: '/admin/factor-records', page: () => import('./factor-records.js'), roles: ['SECURITY_ADMIN'] },
  { path: '/admin/new-person', page: () => import('./new-person.js'), roles: ['SECURITY_ADMIN'] },
];
