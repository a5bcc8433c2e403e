package org.fourplusone.industry.confidentiality;

/** How tables are cut into groups of enterprises. */
public enum Cut {
    TOTAL,
    CLUSTER,
    CLUSTER_SIZE,
    SEGMENT,
    INDUSTRY
}
