/** The history of a case as the kit's timeline draws it for officers. */
import { t, tc } from '../kit/i18n.js';
import { yuan } from '../kit/format.js';
import { withPapers } from '../kit/papers.js';

/** A step's sentence: files by their documents, an office's answer in words, and a note that is only an amount as one. */
function worded({ step, text }, documents) {
  if (!text) return text;
  const named = withPapers(text, documents).replace(/(?<=[：:] ?)\d+\.\d{2}$/, (amount) => yuan(amount));
  return step === 'JOINT_OPINION' ? named.replace(/(?<=: )(?:CLEAR|OBJECTS)\b/, (answer) => t(`officer.joint.${answer}`)) : named;
}

/** An officer by role and name, an enterprise by its role. */
const who = ({ actor, role, onBehalfOf }) => (actor === role ? role : `${tc('role', role)} ${actor}${onBehalfOf ? t('officer.onBehalfOf', { name: onBehalfOf }) : ''}`);

export const steps = ({ history, documents }) => history.map((step) => ({ ...step, text: worded(step, documents), actor: who(step) }));
