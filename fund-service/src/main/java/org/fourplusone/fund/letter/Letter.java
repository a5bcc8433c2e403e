package org.fourplusone.fund.letter;

import java.time.LocalDate;
import java.util.List;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it was issued; it never changes. Only the name of an objection's author stands apart from it, to be erased.
 *
 * @param number of its kind and year, without gaps
 * @param content what it says of its case
 */
record Letter(String id, String number, LetterKind kind, String filing, LocalDate issuedOn, Content content) {

    /**
     * The case on the day of issue.
     *
     * @param addressee the enterprise; of an answer to an objection its author, empty once erased
     * @param points corrections or reasons, in the words of the officer
     * @param dueOn last day of the limit that it tells
     * @param claim of a letter on a recovery
     */
    record Content(
            Text office,
            String addressee,
            String creditCode,
            String filingNumber,
            String itemCode,
            Text item,
            LocalDate submittedOn,
            @Nullable Money amount,
            List<String> points,
            @Nullable LocalDate dueOn,
            @Nullable Claim claim) {

        Content to(String name) {
            return new Content(
                    office, name, creditCode, filingNumber, itemCode, item, submittedOn, amount, points, dueOn, claim);
        }
    }

    /**
     * A recovery on the day of issue.
     *
     * @param basis what it rests on
     * @param hearing whether the enterprise was heard, in a half sentence
     * @param account of the treasury, where the money goes
     */
    record Claim(String recovery, String number, Text ground, Text basis, Text hearing, Text account) {}
}
