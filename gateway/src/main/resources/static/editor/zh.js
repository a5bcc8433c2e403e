import drafts from './drafts-zh.js';

export default { ...drafts };
