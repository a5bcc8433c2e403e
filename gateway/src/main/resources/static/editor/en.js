import drafts from './drafts-en.js';

export default { ...drafts };
