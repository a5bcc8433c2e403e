/** A batch's state as a chip. */
import { t } from '../kit/i18n.js';
import { chip } from '../kit/parts.js';

export const batchChip = (state) => chip(t(`officer.batch.state.${state}`), state === 'SENT' || state === 'WITHDRAWN' ? 'end' : 'go');
