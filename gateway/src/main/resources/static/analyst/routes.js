/** Statistics, clusters and figures are public data: everyone may read these pages. */
export default [
  { path: '/analyst', page: () => import('./overview.js') },
  { path: '/analyst/statistics', page: () => import('./statistics.js') },
  { path: '/analyst/figures', page: () => import('./figures.js') },
  { path: '/analyst/projects', page: () => import('./projects.js') },
];
