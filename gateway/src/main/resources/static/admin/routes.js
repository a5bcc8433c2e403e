export default [
  { path: '/admin', page: () => import('./clock.js'), roles: ['ADMIN', 'SECURITY_ADMIN'] },
];
