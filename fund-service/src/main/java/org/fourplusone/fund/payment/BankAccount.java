package org.fourplusone.fund.payment;

import java.util.ArrayList;
import java.util.List;
import org.fourplusone.starter.problem.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * A bank account to pay to.
 *
 * @param name its holder, 2 to 140 characters
 * @param number 8 to 32 digits; spaces and hyphens are taken out
 * @param bank the bank and branch, 2 to 140 characters
 * @param cnaps 12 digits
 */
record BankAccount(String name, String number, String bank, String cnaps) {

    BankAccount {
        name = name.strip();
        number = number.replaceAll("[\\s-]", "");
        bank = bank.strip();
        cnaps = cnaps.strip();
    }

    /** Reads what a caller sent; every member is required. */
    static BankAccount of(
            @Nullable String name, @Nullable String number, @Nullable String bank, @Nullable String cnaps) {
        return new BankAccount(orEmpty(name), orEmpty(number), orEmpty(bank), orEmpty(cnaps));
    }

    /** What is wrong with it, all at once; field names start with {@code account.}. */
    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        length(problems, "account.name", name);
        if (!number.matches("[0-9]{8,32}")) {
            problems.add(new FieldProblem("account.number", "ACCOUNT_NUMBER"));
        }
        length(problems, "account.bank", bank);
        if (!Cnaps.isCode(cnaps)) {
            problems.add(new FieldProblem("account.cnaps", "CNAPS"));
        }
        return problems;
    }

    /** The number with all but its last four digits hidden. */
    String masked() {
        return "****" + tail();
    }

    /** The last four digits, kept to be shown. */
    String tail() {
        return number.substring(number.length() - 4);
    }

    /** Never the number: a log line must not hold it. */
    @Override
    public String toString() {
        return "BankAccount[" + bank + "]";
    }

    private static void length(List<FieldProblem> problems, String field, String value) {
        if (value.length() < 2 || value.length() > 140) {
            problems.add(new FieldProblem(field, "LENGTH", 2, 140));
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
