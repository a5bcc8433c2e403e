/** That a filing waits at its gate because a service does not answer: nothing passes unchecked, and it says so. */
import { nothing } from 'lit';
import { moment } from './format.js';
import { t, tc } from './i18n.js';
import { note } from './states.js';

export const waits = ({ waitingFor }) => (waitingFor
  ? note(t(`waits.${waitingFor.step}`, { service: tc('service', waitingFor.service), since: moment(waitingFor.since) }))
  : nothing);
