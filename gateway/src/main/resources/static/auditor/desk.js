/** What the auditor's pages share. */
import { t, words } from '../kit/i18n.js';
import { tabs } from '../kit/parts.js';
import { stylesheet } from '../kit/stylesheet.js';

await Promise.all([words('auditor'), words('officer'), stylesheet('/officer/desk.css'), stylesheet('/auditor/auditor.css')]);

export const auditTabs = (current) => tabs(t('auditor.nav'), [{ key: 'ledger', text: t('auditor.nav.ledger'), href: '/auditor' }, { key: 'cases', text: t('auditor.nav.cases'), href: '/auditor/cases' }, { key: 'roots', text: t('auditor.nav.roots'), href: '/auditor/roots' }], current);
