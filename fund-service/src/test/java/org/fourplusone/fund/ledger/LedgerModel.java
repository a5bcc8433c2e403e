package org.fourplusone.fund.ledger;

import static org.fourplusone.fund.ledger.Account.AVAILABLE;
import static org.fourplusone.fund.ledger.Account.BUDGET;
import static org.fourplusone.fund.ledger.Account.CARRIED_IN;
import static org.fourplusone.fund.ledger.Account.CARRIED_OUT;
import static org.fourplusone.fund.ledger.Account.COMMITTED;
import static org.fourplusone.fund.ledger.Account.IN_TRANSIT;
import static org.fourplusone.fund.ledger.Account.PAID;
import static org.fourplusone.fund.ledger.Account.RECOVERED;
import static org.fourplusone.fund.ledger.Account.RESERVED;
import static org.fourplusone.fund.ledger.Account.SURPLUS;
import static org.fourplusone.fund.ledger.Account.TREASURY;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The ledger's semantics in memory, in fen: what {@link LedgerModelIT} compares the real one with. */
final class LedgerModel {
    /** Balances of a line, or of a filing, by account. */
    static final class Purse {
        final Map<Account, Long> amounts = new HashMap<>();

        long of(Account account) {
            return amounts.getOrDefault(account, 0L);
        }

        void shift(Account from, Account to, long amount) {
            amounts.merge(from, -amount, Long::sum);
            amounts.merge(to, amount, Long::sum);
        }

        long notRecovered() {
            return of(PAID) - of(RECOVERED);
        }

        /** Free money beyond what the year itself was given. */
        long old() {
            return Math.max(0, of(AVAILABLE) + of(BUDGET));
        }
    }

    static final class FilingMoney {
        final Line line;
        final TreeMap<Integer, Purse> years = new TreeMap<>();

        FilingMoney(Line line) {
            this.line = line;
        }

        Purse in(int year) {
            return years.computeIfAbsent(year, each -> new Purse());
        }

        long total(Account account) {
            return years.values().stream().mapToLong(purse -> purse.of(account)).sum();
        }
    }

    final TreeMap<Integer, Map<Line, Purse>> lines = new TreeMap<>();
    final Map<String, FilingMoney> filings = new HashMap<>();
    int firstOpen;

    LedgerModel(int year) {
        this.firstOpen = year;
    }

    Purse line(int year, Line line) {
        return lines.computeIfAbsent(year, each -> new HashMap<>()).computeIfAbsent(line, each -> new Purse());
    }

    void add(int year, Line line, long amount) {
        line(year, line).shift(BUDGET, AVAILABLE, amount);
    }

    boolean take(int year, Line line, long amount) {
        Purse purse = line(year, line);
        if (purse.of(AVAILABLE) < amount) {
            return false;
        }
        long old = Math.min(purse.old(), amount);
        purse.shift(AVAILABLE, SURPLUS, old);
        purse.shift(AVAILABLE, BUDGET, amount - old);
        return true;
    }

    boolean move(int year, Line from, Line to, long amount) {
        Purse purse = line(year, from);
        if (purse.of(AVAILABLE) < amount) {
            return false;
        }
        long old = Math.min(purse.old(), amount);
        purse.shift(AVAILABLE, CARRIED_IN, old);
        purse.shift(AVAILABLE, BUDGET, amount - old);
        line(year, to).shift(CARRIED_IN, AVAILABLE, old);
        line(year, to).shift(BUDGET, AVAILABLE, amount - old);
        return true;
    }

    boolean reserve(int policyYear, Line line, String filing, long amount) {
        int year = Math.max(policyYear, firstOpen);
        if (line(year, line).of(AVAILABLE) < amount) {
            return false;
        }
        FilingMoney money = filings.computeIfAbsent(filing, each -> new FilingMoney(line));
        line(year, line).shift(AVAILABLE, RESERVED, amount);
        money.in(year).shift(AVAILABLE, RESERVED, amount);
        return true;
    }

    /** A step of what a filing holds, which stands in one year. */
    boolean step(String filing, Account from, Account to, long amount) {
        FilingMoney money = of(filing);
        for (Map.Entry<Integer, Purse> each : money.years.entrySet()) {
            if (each.getValue().of(from) >= amount) {
                each.getValue().shift(from, to, amount);
                line(each.getKey(), money.line).shift(from, to, amount);
                return true;
            }
        }
        return false;
    }

    boolean takeBack(String filing, long amount) {
        FilingMoney money = of(filing);
        for (Map.Entry<Integer, Purse> each : money.years.descendingMap().entrySet()) {
            if (each.getValue().notRecovered() >= amount) {
                int open = Math.max(each.getKey(), firstOpen);
                boolean closed = open != each.getKey();
                each.getValue().shift(PAID, closed ? CARRIED_OUT : COMMITTED, amount);
                line(each.getKey(), money.line).shift(PAID, closed ? CARRIED_OUT : COMMITTED, amount);
                if (closed) {
                    money.in(open).shift(CARRIED_IN, COMMITTED, amount);
                    line(open, money.line).shift(CARRIED_IN, COMMITTED, amount);
                }
                return true;
            }
        }
        return false;
    }

    boolean recover(String filing, long amount) {
        FilingMoney money = of(filing);
        if (money.years.values().stream().mapToLong(Purse::notRecovered).sum() < amount) {
            return false;
        }
        long left = amount;
        for (Map.Entry<Integer, Purse> each : money.years.descendingMap().entrySet()) {
            long part = Math.min(left, each.getValue().notRecovered());
            each.getValue().shift(TREASURY, RECOVERED, part);
            line(each.getKey(), money.line).shift(TREASURY, RECOVERED, part);
            left -= part;
        }
        return true;
    }

    boolean giveBack(int paidYear, int year, Line line, long amount) {
        if (line(paidYear, line).of(RECOVERED) < amount) {
            return false;
        }
        line(paidYear, line).shift(RECOVERED, TREASURY, amount);
        add(year, line, amount);
        return true;
    }

    void close() {
        int year = firstOpen++;
        for (Line each : Line.values()) {
            Purse from = line(year, each);
            Purse to = line(year + 1, each);
            from.shift(AVAILABLE, SURPLUS, from.old());
            for (Account account : new Account[] {AVAILABLE, RESERVED, COMMITTED, IN_TRANSIT}) {
                long amount = from.of(account);
                from.shift(account, CARRIED_OUT, amount);
                to.shift(CARRIED_IN, account, amount);
            }
        }
        for (FilingMoney money : filings.values()) {
            for (Account account : new Account[] {RESERVED, COMMITTED, IN_TRANSIT}) {
                long amount = money.in(year).of(account);
                money.in(year).shift(account, CARRIED_OUT, amount);
                money.in(year + 1).shift(CARRIED_IN, account, amount);
            }
        }
    }

    FilingMoney of(String filing) {
        return Objects.requireNonNull(filings.get(filing));
    }
}
