/** A batch's state as a chip. */
import { has, t } from '../kit/i18n.js';
import { chip } from '../kit/parts.js';

export const batchChip = (state) => chip(has(`officer.batch.state.${state}`) ? t(`officer.batch.state.${state}`) : state, ['SENT', 'DONE', 'SETTLED', 'CLOSED'].includes(state) ? 'end' : 'go');
