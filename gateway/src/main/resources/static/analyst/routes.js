/** Statistics, clusters and figures are public data: everyone may read these pages; outcomes are for the zone's people. */
export default [
  { path: '/analyst', page: () => import('./overview.js') },
  { path: '/analyst/statistics', page: () => import('./statistics.js') },
  { path: '/analyst/structure', page: () => import('./structure.js') },
  { path: '/analyst/vintages', page: () => import('./vintages.js') },
  { path: '/analyst/bulletins', page: () => import('./bulletins.js') },
  { path: '/analyst/bulletin/:period', page: () => import('./bulletin.js') },
  { path: '/analyst/chain', page: () => import('./chain.js') },
  { path: '/analyst/figures', page: () => import('./figures.js') },
  { path: '/analyst/figures/derived', page: () => import('./derived.js') },
  { path: '/analyst/figures/contradictions', page: () => import('./contradictions.js') },
  { path: '/analyst/projects', page: () => import('./projects.js') },
  { path: '/analyst/projects/:code', page: () => import('./project.js') },
  { path: '/analyst/outcomes', page: () => import('./outcomes.js'), roles: ['ANALYST', 'INTAKE', 'REVIEWER', 'APPROVER', 'PAYER', 'RELEASER', 'AUDITOR', 'ADMIN'] },
];
