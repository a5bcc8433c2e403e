import desk from './desk-zh.js';
import filing from './case-zh.js';
import decisions from './decisions-zh.js';
import review from './review-zh.js';
import noApplication from './no-application-zh.js';
import calls from './calls-zh.js';
import notices from './notices-zh.js';
import payments from './payments-zh.js';
import recoveries from './recoveries-zh.js';
import fund from './fund-zh.js';
import evaluations from './evaluations-zh.js';
import register from './register-zh.js';
import rules from './rules-zh.js';
import imports from './imports-zh.js';
import keyEnterprises from './key-enterprises-zh.js';

export default { ...desk, ...filing, ...decisions, ...review, ...noApplication, ...calls, ...notices, ...payments, ...recoveries, ...fund, ...evaluations, ...rules, ...imports, ...keyEnterprises, ...register };
