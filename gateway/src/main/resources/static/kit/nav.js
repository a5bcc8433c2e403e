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
/** In the order of the menu, most used first; entries with a `group` stand below its heading where the menu would be long. */
const OWN = [
  { href: '/enterprise', key: 'nav.matches', roles: ['ENTERPRISE'], exact: true },
  { href: '/enterprise/filings', key: 'nav.filings', roles: ['ENTERPRISE'] },
  { href: '/enterprise/mandates', key: 'nav.mandates', roles: ['ENTERPRISE'] },
  { href: '/enterprise/recoveries', key: 'nav.recoveries', roles: ['ENTERPRISE'] },
  { href: '/officer', key: 'nav.queue', roles: OFFICER, exact: true },
  { href: '/auditor', key: 'nav.auditor', roles: ['AUDITOR'], exact: true },
  { href: '/officer/filings', key: 'nav.cases', roles: [...OFFICER, 'AUDITOR'] },
  { href: '/admin', key: 'nav.admin', roles: ['ADMIN'], exact: true },
  { href: '/editor', key: 'nav.drafts', roles: EDITOR, exact: true },
  { href: '/editor/package', key: 'nav.package', roles: EDITOR },
  { href: '/editor/simulations', key: 'nav.simulations', roles: EDITOR },
  { href: '/analyst', key: 'nav.analyst', roles: ['ANALYST'], exact: true },
  { href: '/analyst/statistics', key: 'nav.statistics', roles: ['ANALYST'] },
  { href: '/analyst/structure', key: 'nav.structure', roles: ['ANALYST'] },
  { href: '/analyst/chain', key: 'nav.chain', roles: ['ANALYST'] },
  { href: '/analyst/bulletins', key: 'nav.bulletins', roles: ['ANALYST'] },
  { href: '/officer/payments', key: 'nav.payments', roles: ['PAYER', 'RELEASER'] },
  { href: '/officer/calls', key: 'nav.callWork', roles: OFFICER, group: 'calls' },
  { href: '/officer/notices', key: 'nav.noticeWork', roles: OFFICER, group: 'calls' },
  { href: '/officer/no-application', key: 'nav.noApplication', roles: ['INTAKE'], group: 'calls' },
  { href: '/officer/allocations', key: 'nav.allocations', roles: ['INTAKE', 'REVIEWER', 'APPROVER', 'AUDITOR'], group: 'calls' },
  { href: '/officer/recoveries', key: 'nav.recoveries', roles: ['REVIEWER', 'APPROVER', 'PAYER', 'RELEASER', 'AUDITOR'], group: 'money' },
  { href: '/officer/fund', key: 'nav.ledger', roles: [...OFFICER, 'AUDITOR', 'ADMIN'], group: 'money' },
  { href: '/officer/evaluations', key: 'nav.evaluations', roles: ['INTAKE', 'REVIEWER', 'APPROVER', 'AUDITOR'], group: 'money' },
  { href: '/officer/enterprises', key: 'nav.enterprises', roles: [...OFFICER, 'AUDITOR', 'ADMIN', ...EDITOR], group: 'register' },
  { href: '/officer/projects', key: 'nav.projects', roles: [...OFFICER, 'AUDITOR', 'ADMIN'], group: 'register' },
  { href: '/officer/key-enterprises', key: 'nav.keyEnterprises', roles: ['INTAKE', 'REVIEWER', 'APPROVER', 'ADMIN'], group: 'register' },
  { href: '/officer/imports', key: 'nav.imports', roles: ['INTAKE', 'ANALYST', 'ADMIN'], group: 'register' },
  { href: '/officer/items', key: 'nav.catalogue', roles: OFFICER, group: 'register' },
  { href: '/analyst/figures', key: 'nav.figures', roles: ['ANALYST'], group: 'register' },
  { href: '/analyst/projects', key: 'nav.projects', roles: ['ANALYST'], group: 'register' },
  { href: '/analyst/vintages', key: 'nav.vintages', roles: ['ANALYST'], group: 'register' },
  { href: '/analyst/outcomes', key: 'nav.outcomes', roles: ['ANALYST', 'APPROVER', 'AUDITOR', 'ADMIN'], group: 'money' },
  { href: '/officer/delegations', key: 'nav.delegations', roles: ['APPROVER', 'AUDITOR', 'ADMIN'], group: 'rules' },
  { href: '/officer/limits', key: 'nav.limits', roles: ['APPROVER', 'REVIEWER', 'AUDITOR', 'ADMIN'], group: 'rules' },
  { href: '/officer/experts', key: 'nav.experts', roles: ['INTAKE', 'REVIEWER', 'AUDITOR', 'ADMIN'], group: 'rules' },
  { href: '/officer/offices', key: 'nav.offices', roles: ['INTAKE', 'REVIEWER', 'APPROVER', 'AUDITOR', 'ADMIN'], group: 'rules' },
  { href: '/admin/retention', key: 'nav.retention', roles: ['ADMIN', 'AUDITOR'], group: 'rules' },
  { href: '/factor', key: 'kit.factor', roles: ['INTAKE', 'REVIEWER', 'APPROVER', 'PAYER', 'RELEASER', 'ADMIN'] },
  { href: '/admin/people', key: 'nav.people', roles: ['SECURITY_ADMIN'] },
];

/** A menu of more than this is gathered below headings. */
const LONG = 7;

export const publicMenu = () => PUBLIC;

/** The entries of a person, `{href, key, exact?}`; in a long menu those of a group as one `{key, entries}`, where its first would stand. */
export function ownMenu(session) {
  const mine = OWN.filter(({ roles }) => roles.some((role) => session.roles.includes(role)));
  if (mine.length <= LONG) return mine;
  const of = (group) => mine.filter((entry) => entry.group === group);
  return mine.flatMap((entry) => {
    if (!entry.group || of(entry.group).length === 1) return [entry];
    return of(entry.group)[0] === entry ? [{ key: `nav.group.${entry.group}`, entries: of(entry.group) }] : [];
  });
}

/** The entry that stands for an address. */
export const isCurrent = ({ href, exact }, path) => path === href || (!exact && path.startsWith(`${href}/`));
