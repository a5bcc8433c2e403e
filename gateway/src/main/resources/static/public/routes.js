export default [
  { path: '/', page: () => import('/public/home.js') },
  { path: '/items', page: () => import('/public/items.js') },
  { path: '/items/:code', page: () => import('/public/item.js') },
  { path: '/check', page: () => import('/public/check.js') },
  { path: '/notices', page: () => import('/public/notices.js') },
  { path: '/notices/:id', page: () => import('/public/notice.js') },
  { path: '/awards', page: () => import('/public/awards.js') },
  { path: '/fund', page: () => import('/public/fund.js') },
  { path: '/clusters', page: () => import('/public/clusters.js') },
  { path: '/activate', page: () => import('/public/activate.js') },
  { path: '/factor', page: () => import('/public/factor.js') },
  { path: '/sign-in', page: () => import('/public/sign-in.js') },
];
