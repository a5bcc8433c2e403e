/** How a notice is told: running, over and waiting to be closed, or closed. */
import { t } from '../kit/i18n.js';
import { chip } from '../kit/parts.js';

export const noticeChip = (state) => chip(t(`officer.notices.state.${state}`), state === 'CLOSED' || state === 'REPLACED' ? 'end' : state === 'OVER' ? 'todo' : 'go');

/** Objections that still ask something of the intake. */
export const isOpenObjection = ({ state }) => state === 'RECEIVED' || state === 'ADMITTED';
