package org.fourplusone.fund.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads a bank's {@code camt.053} of any version: its statements, each booked entry by its transaction details. An entry
 * without details is one line; several details need an amount each, and those make the entry's.
 */
final class BankStatementReader implements BankXml.Listener {
    static final int MOST = 10_000;
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.";
    private static final String REFUSAL = "NOT_CAMT_053";
    private static final int WORDS = 200;

    private final List<BankStatement> statements = new ArrayList<>();
    private int count;

    // the statement
    private String id = "";
    private String account = "";
    private @Nullable Money opening;
    private @Nullable Money closing;
    private List<BankStatement.Line> lines = new ArrayList<>();
    private int pending;

    // the balance
    private String balanceKind = "";
    private @Nullable Money amount;
    private @Nullable Boolean in;

    // the entry and its details
    private String status = "";
    private @Nullable LocalDate bookedOn;
    private @Nullable Part entry;
    private List<Part> details = new ArrayList<>();
    private @Nullable Part detail;

    /** An entry or one of its details while it is read. */
    private static final class Part {
        private @Nullable String endToEndId;
        private @Nullable String reference;
        private @Nullable Boolean in;
        private @Nullable Money amount;
        private String currency = "";
        private final List<String> reason = new ArrayList<>();
        private final List<String> text = new ArrayList<>();
    }

    private BankStatementReader() {}

    /** @throws Problem 400 {@code XML_REFUSED} for a document type or entity; 400 {@code INVALID} when it is no camt.053 */
    static List<BankStatement> read(byte[] document) {
        BankStatementReader reader = new BankStatementReader();
        BankXml.read(document, NAMESPACE, REFUSAL, reader);
        if (reader.statements.isEmpty()) {
            throw notOne();
        }
        return List.copyOf(reader.statements);
    }

    @Override
    public void begins(String name, BankXml at) {
        switch (name) {
            case "Stmt" -> {
                id = "";
                account = "";
                opening = null;
                closing = null;
                lines = new ArrayList<>();
                pending = 0;
            }
            case "Bal" -> {
                balanceKind = "";
                amount = null;
                in = null;
            }
            case "Ntry" -> {
                status = "";
                bookedOn = null;
                entry = new Part();
                details = new ArrayList<>();
            }
            case "TxDtls" -> detail = new Part();
            default -> {}
        }
    }

    @Override
    public void ends(String name, String value, BankXml at) {
        if (name.equals("Stmt")) {
            endOfStatement();
        } else if (name.equals("Bal")) {
            endOfBalance();
        } else if (name.equals("Ntry")) {
            endOfEntry();
        } else if (name.equals("TxDtls")) {
            endOfDetail();
        } else if (at.parent().equals("Stmt") && name.equals("Id")) {
            id = value;
        } else if (at.isInside("Bal")) {
            balance(name, value, at);
        } else if (at.isInside("Ntry")) {
            part(name, value, at);
        } else if (at.isInside("Acct") && !at.isInside("Ownr") && !at.isInside("Svcr")) {
            boolean number =
                    name.equals("IBAN") || name.equals("Id") && at.parent().equals("Othr");
            account = number ? value : account;
        }
    }

    private void endOfDetail() {
        if (detail == null) {
            throw notOne();
        }
        details.add(detail);
        detail = null;
    }

    private void balance(String name, String value, BankXml at) {
        switch (name) {
            case "Cd" -> balanceKind = at.isInside("CdOrPrtry") ? value : balanceKind;
            case "Amt" -> amount = money(value);
            case "CdtDbtInd" -> in = isCredit(value);
            default -> {}
        }
    }

    private void endOfBalance() {
        if (amount == null || in == null) {
            throw notOne();
        }
        Money signed = in ? amount : amount.negated();
        if (balanceKind.equals("OPBD") || balanceKind.equals("PRCD")) {
            opening = opening == null ? signed : opening;
        } else if (balanceKind.equals("CLBD")) {
            closing = signed;
        }
    }

    private void part(String name, String value, BankXml at) {
        Part part = detail != null ? detail : entry;
        if (part == null) {
            throw notOne();
        }
        String parent = at.parent();
        switch (name) {
            case "Amt" -> {
                if (parent.equals("Ntry") || parent.equals("TxDtls")) {
                    part.amount = money(value);
                    part.currency = at.attribute("Ccy");
                }
            }
            case "CdtDbtInd" -> {
                if (parent.equals("Ntry") || parent.equals("TxDtls")) {
                    part.in = isCredit(value);
                }
            }
            case "Sts" -> status = parent.equals("Ntry") && !value.isEmpty() ? value : status;
            case "Cd", "Prtry" -> {
                if (parent.equals("Sts")) {
                    status = value;
                } else if (parent.equals("Rsn") && at.isInside("RtrInf")) {
                    part.reason.add(value);
                }
            }
            case "AddtlInf" -> {
                if (parent.equals("RtrInf")) {
                    part.reason.add(value);
                }
            }
            case "Dt", "DtTm" -> bookedOn = parent.equals("BookgDt") ? day(value) : bookedOn;
            case "EndToEndId" -> {
                if (parent.equals("Refs") && !value.isEmpty() && !value.equals("NOTPROVIDED")) {
                    part.endToEndId = bounded(value, 35);
                }
            }
            case "AcctSvcrRef" -> part.reference = bounded(value, 35);
            case "Ustrd", "AddtlNtryInf", "AddtlTxInf" -> part.text.add(value);
            default -> {}
        }
    }

    private void endOfEntry() {
        Part whole = entry;
        entry = null;
        if (whole == null) {
            throw notOne();
        }
        if (!status.equals("BOOK")) {
            pending++;
            return;
        }
        if (whole.amount == null || whole.in == null || bookedOn == null) {
            throw notOne();
        }
        if (details.size() <= 1) {
            lines.add(line(whole, details.isEmpty() ? whole : details.get(0), whole.amount));
        } else {
            Money sum = Money.ZERO;
            for (Part each : details) {
                if (each.amount == null) {
                    throw notOne();
                }
                BankStatement.Line line = line(whole, each, each.amount);
                sum = sum.plus(
                        line.in() == whole.in ? line.amount() : line.signed().negated());
                lines.add(line);
            }
            if (!sum.equals(whole.amount)) {
                throw BankXml.notOne("STATEMENT_SUM");
            }
        }
        count += Math.max(1, details.size());
        if (count > MOST) {
            throw notOne();
        }
    }

    private BankStatement.Line line(Part whole, Part part, Money booked) {
        boolean credit = Objects.requireNonNull(part.in == null ? whole.in : part.in);
        String reference = part.reference == null ? whole.reference : part.reference;
        return new BankStatement.Line(
                part.endToEndId,
                reference,
                credit,
                booked,
                part.currency.isEmpty() ? whole.currency : part.currency,
                Objects.requireNonNull(bookedOn),
                words(part.reason),
                words(part.text.isEmpty() ? whole.text : part.text));
    }

    private void endOfStatement() {
        if (id.isEmpty() || id.length() > 35 || account.isEmpty() || account.length() > 34) {
            throw notOne();
        }
        statements.add(new BankStatement(id, account, opening, closing, List.copyOf(lines), pending));
    }

    private static boolean isCredit(String value) {
        return switch (value) {
            case "CRDT" -> true;
            case "DBIT" -> false;
            default -> throw notOne();
        };
    }

    private static Money money(String value) {
        try {
            if (!value.matches("\\d{1,15}(\\.\\d{1,5})?")) {
                throw notOne();
            }
            return Money.ofYuan(new BigDecimal(value).setScale(2, RoundingMode.UNNECESSARY));
        } catch (ArithmeticException partsOfAFen) {
            throw notOne();
        }
    }

    private static LocalDate day(String value) {
        try {
            return LocalDate.parse(value.substring(0, Math.min(10, value.length())));
        } catch (DateTimeException noDay) {
            throw notOne();
        }
    }

    private static String bounded(String value, int most) {
        if (value.length() > most) {
            throw notOne();
        }
        return value;
    }

    private static @Nullable String words(List<String> words) {
        String text = String.join(" ", words).strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), WORDS));
    }

    private static Problem notOne() {
        return BankXml.notOne(REFUSAL);
    }
}
