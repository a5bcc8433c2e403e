const POLICY = ['POLICY_EDITOR', 'POLICY_PUBLISHER'];

export default [
  { path: '/editor', page: () => import('./drafts.js'), roles: POLICY },
  { path: '/editor/drafts/:id', page: () => import('./draft.js'), roles: POLICY },
  { path: '/editor/package', page: () => import('./package.js'), roles: POLICY },
  { path: '/editor/simulations', page: () => import('./simulations.js'), roles: POLICY },
  { path: '/editor/simulations/:id', page: () => import('./simulation.js'), roles: POLICY },
  { path: '/editor/simulate', page: () => import('./simulate.js'), roles: POLICY },
];
