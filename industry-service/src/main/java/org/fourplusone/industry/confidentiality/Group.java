package org.fourplusone.industry.confidentiality;

/**
 * The enterprises of one cell.
 *
 * @param id place in {@link Groups#all()}
 * @param members places of its enterprises in the list that the groups were made of, ascending
 */
public record Group(int id, Cut cut, String code, int[] members) {}
