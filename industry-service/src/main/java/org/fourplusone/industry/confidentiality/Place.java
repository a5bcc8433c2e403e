package org.fourplusone.industry.confidentiality;

/**
 * Where an enterprise counts.
 *
 * @param cluster code, NONE for no cluster
 * @param sizeClass L, M, S or XS, NONE while unknown
 * @param segment of the cluster's chain, NONE outside of it
 * @param industry class of GB/T 4754-2017
 */
public record Place(String cluster, String sizeClass, String segment, String industry) {

    public static final String NONE = "NONE";

    /** The code of the group it counts in, such as {@code NEV/L} or {@code 3611}. */
    public String code(Cut cut) {
        return switch (cut) {
            case TOTAL -> "ALL";
            case CLUSTER -> cluster;
            case CLUSTER_SIZE -> cluster + "/" + sizeClass;
            case SEGMENT -> cluster + "/" + segment;
            case INDUSTRY -> industry;
        };
    }
}
