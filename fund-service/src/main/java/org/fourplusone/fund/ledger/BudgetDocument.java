package org.fourplusone.fund.ledger;

/**
 * What orders a budget.
 *
 * @param source where the money comes from; at most 100 characters
 * @param number the number of the budget document (指标文号); at most 60 characters
 */
public record BudgetDocument(String source, String number) {}
