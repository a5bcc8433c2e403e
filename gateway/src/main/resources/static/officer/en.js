import desk from './desk-en.js';
import filing from './case-en.js';
import decisions from './decisions-en.js';
import review from './review-en.js';
import noApplication from './no-application-en.js';
import calls from './calls-en.js';
import notices from './notices-en.js';
import payments from './payments-en.js';
import recoveries from './recoveries-en.js';
import fund from './fund-en.js';
import evaluations from './evaluations-en.js';
import register from './register-en.js';
import rules from './rules-en.js';
import imports from './imports-en.js';
import keyEnterprises from './key-enterprises-en.js';

export default { ...desk, ...filing, ...decisions, ...review, ...noApplication, ...calls, ...notices, ...payments, ...recoveries, ...fund, ...evaluations, ...rules, ...imports, ...keyEnterprises, ...register };
