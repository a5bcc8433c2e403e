import drafts from './drafts-en.js';
import simulation from './simulation-en.js';

export default { ...drafts, ...simulation };
