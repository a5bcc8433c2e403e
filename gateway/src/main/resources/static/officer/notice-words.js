/** How a notice is told: its filings whatever they are called, and the days it still runs. */
import { t } from '../kit/i18n.js';

export const noticeFilings = (notice) => notice.filings ?? notice.entries ?? notice.rows ?? [];

export function daysLeft(notice) {
  if (notice.state === 'CLOSED') return '';
  const left = notice.workingDaysLeft ?? notice.daysLeft;
  if (left === undefined || left === null) return '';
  if (left < 0 || notice.mayClose) return t('officer.notices.over');
  return left === 0 ? t('officer.notices.lastDay') : left === 1 ? t('officer.notices.left.one') : t('officer.notices.left', { n: left });
}
