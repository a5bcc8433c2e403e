/** Official letters: what an enterprise is told in writing, with number, date and remedy; for print and as PDF. */
@org.jspecify.annotations.NullMarked
package org.fourplusone.fund.letter;
