import drafts from './drafts-zh.js';
import simulation from './simulation-zh.js';

export default { ...drafts, ...simulation };
