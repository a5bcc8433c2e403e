/** The menus: the public one for everybody, and one for each role that a person has. */
const PUBLIC = [
  { href: '/items', key: 'nav.items' },
  { href: '/calls', key: 'nav.calls' },
  { href: '/check', key: 'nav.check' },
  { href: '/notices', key: 'nav.notices' },
  { href: '/awards', key: 'nav.awards' },
  { href: '/fund', key: 'nav.fund' },
  { href: '/clusters', key: 'nav.clusters' },
];

const OFFICER = ['INTAKE', 'REVIEWER', 'EXPERT', 'APPROVER', 'PAYER', 'RELEASER'];
const EDITOR = ['POLICY_EDITOR', 'POLICY_PUBLISHER'];
const OWN = [
  { href: '/enterprise', key: 'nav.matches', roles: ['ENTERPRISE'], exact: true },
  { href: '/enterprise/filings', key: 'nav.filings', roles: ['ENTERPRISE'] },
  { href: '/enterprise/mandates', key: 'nav.mandates', roles: ['ENTERPRISE'] },
  { href: '/enterprise/recoveries', key: 'nav.recoveries', roles: ['ENTERPRISE'] },
  { href: '/officer', key: 'nav.queue', roles: OFFICER, exact: true },
  { href: '/officer/filings', key: 'nav.cases', roles: [...OFFICER, 'AUDITOR'] },
  { href: '/officer/no-application', key: 'nav.noApplication', roles: ['INTAKE'] },
  { href: '/officer/calls', key: 'nav.callWork', roles: OFFICER },
  { href: '/officer/allocations', key: 'nav.allocations', roles: ['INTAKE', 'REVIEWER', 'APPROVER', 'AUDITOR'] },
  { href: '/officer/delegations', key: 'nav.delegations', roles: ['APPROVER', 'AUDITOR'] },
  { href: '/officer/notices', key: 'nav.noticeWork', roles: OFFICER },
  { href: '/officer/payments', key: 'nav.payments', roles: ['PAYER', 'RELEASER'] },
  { href: '/officer/recoveries', key: 'nav.recoveries', roles: ['REVIEWER', 'APPROVER', 'PAYER', 'RELEASER', 'AUDITOR'] },
  { href: '/officer/evaluations', key: 'nav.evaluations', roles: ['INTAKE', 'REVIEWER', 'APPROVER', 'AUDITOR'] },
  { href: '/officer/enterprises', key: 'nav.enterprises', roles: [...OFFICER, 'AUDITOR', 'POLICY_EDITOR', 'POLICY_PUBLISHER'] },
  { href: '/officer/items', key: 'nav.catalogue', roles: OFFICER },
  { href: '/officer/fund', key: 'nav.ledger', roles: [...OFFICER, 'AUDITOR', 'ADMIN'] },
  { href: '/factor', key: 'kit.factor', roles: ['APPROVER', 'PAYER', 'RELEASER'] },
  { href: '/editor', key: 'nav.drafts', roles: EDITOR, exact: true },
  { href: '/editor/package', key: 'nav.package', roles: EDITOR },
  { href: '/editor/simulations', key: 'nav.simulations', roles: EDITOR },
  { href: '/analyst', key: 'nav.analyst', roles: ['ANALYST'], exact: true },
  { href: '/analyst/statistics', key: 'nav.statistics', roles: ['ANALYST'] },
  { href: '/analyst/figures', key: 'nav.figures', roles: ['ANALYST'] },
  { href: '/analyst/projects', key: 'nav.projects', roles: ['ANALYST'] },
  { href: '/analyst/outcomes', key: 'nav.outcomes', roles: ['ANALYST', 'APPROVER', 'AUDITOR', 'ADMIN'] },
  { href: '/auditor', key: 'nav.auditor', roles: ['AUDITOR'], exact: true },
  { href: '/admin', key: 'nav.admin', roles: ['ADMIN'], exact: true },
  { href: '/admin/people', key: 'nav.people', roles: ['SECURITY_ADMIN'] },
];

export const publicMenu = () => PUBLIC;
export const ownMenu = (session) => OWN.filter(({ roles }) => roles.some((role) => session.roles.includes(role)));
/** The entry that stands for an address. */
export const isCurrent = ({ href, exact }, path) => path === href || (!exact && path.startsWith(`${href}/`));
